import "server-only";
import type { Viewer } from "@/lib/viewer";

type Held = {
  setbackId: string;
  /** Sealed. */
  words: string;
  secondsLeft: number;
  runningFrom: Date | null;
  endedAt: Date | null;
  isSetbackDeleted: boolean;
};

/** A session of the viewer's as it is now. It stays so until the transaction ends: two tabs take turns. */
export async function holdSession(viewer: Viewer, sessionId: string): Promise<Held | null> {
  const [held] = await viewer.db.$queryRaw<Held[]>`
    select w.setback_id as "setbackId", w.words, w.seconds_left as "secondsLeft", w.running_from as "runningFrom",
      w.ended_at as "endedAt", s.deleted_at is not null as "isSetbackDeleted"
    from writing_sessions w join setbacks s on s.user_id = w.user_id and s.id = w.setback_id
    where w.user_id = ${viewer.id}::uuid and w.id = ${sessionId}::uuid
    for update of w`;
  return held ?? null;
}
