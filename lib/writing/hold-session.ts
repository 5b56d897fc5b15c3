import "server-only";
import type { Viewer } from "@/lib/viewer";

type Held = {
  setbackId: string;
  /** Sealed. */
  words: string;
  secondsLeft: number;
  runningFrom: Date | null;
  endedAt: Date | null;
};

/** A session of the viewer's as it is now. It stays so until the transaction ends: two tabs take turns. */
export async function holdSession(viewer: Viewer, sessionId: string): Promise<Held | null> {
  const [held] = await viewer.db.$queryRaw<Held[]>`
    select setback_id as "setbackId", words, seconds_left as "secondsLeft", running_from as "runningFrom",
      ended_at as "endedAt"
    from writing_sessions
    where user_id = ${viewer.id}::uuid and id = ${sessionId}::uuid
    for update`;
  return held ?? null;
}
