"use server";
import { notFound } from "next/navigation";
import { z } from "zod";
import { markOf } from "@/lib/devices/mark";
import { deviceForm } from "@/lib/devices/schema";
import { formAction, say } from "@/lib/form-action";
import { noteEvent } from "@/lib/security-events/note-event";
import type { Viewer } from "@/lib/viewer";

/** Ends one session of the viewer's in another browser, from its next request on. */
export const signOutThere = formAction(
  deviceForm,
  async (viewer, { device }) => {
    const sessions = await viewer.db.session.findMany({
      where: { userId: viewer.id },
      select: { id: true, device: true },
    });
    const there = sessions.find(({ id }) => markOf(id) === device) ?? notFound();
    await signOutOf(viewer, { id: there.id });
    return say(`Signed out on ${there.device}.`);
  },
  { whileSuspended: true },
);

/** Ends every session of the viewer's but the one that asks. */
export const signOutElsewhere = formAction(
  z.object({}),
  async (viewer) => {
    await signOutOf(viewer, { id: { not: viewer.sessionId } });
    return say("You are signed out everywhere else.");
  },
  { whileSuspended: true },
);

async function signOutOf(viewer: Viewer, which: { id: string | { not: string } }): Promise<void> {
  const { count } = await viewer.db.session.updateMany({
    where: { userId: viewer.id, revokedAt: null, ...which },
    data: { revokedAt: viewer.now },
  });
  if (count > 0) await noteEvent(viewer.db, viewer.id, "device signed out");
}
