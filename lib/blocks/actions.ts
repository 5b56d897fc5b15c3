"use server";
import { notFound } from "next/navigation";
import { blockSomebody } from "@/lib/blocks/block-somebody";
import { blockForm, unblockForm } from "@/lib/blocks/schema";
import { formAction, goTo, say } from "@/lib/form-action";

/** From now on the two share nothing here, and only the viewer knows why. */
export const block = formAction(blockForm, async (viewer, { circleId, alias }) => {
  if (!(await blockSomebody(viewer, circleId, alias))) notFound();
  return goTo("/settings/blocked");
});

/** Takes a block back. Each sees again what the other says and said where both sit. */
export const unblock = formAction(
  unblockForm,
  async (viewer, { blockId }) => {
    await viewer.db.block.deleteMany({ where: { userId: viewer.id, id: blockId } });
    return say("You see each other again where you both sit.");
  },
  { whileSuspended: true },
);
