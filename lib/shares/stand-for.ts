import "server-only";
import type { Shown } from "@/lib/shares/rules";
import { hashOf } from "@/lib/vault";

/** A short text that stands for exactly one preview, so that what is sent is what was looked at. */
export const standFor = ({ id, shown }: { id: string; shown: Shown }): string =>
  Buffer.from(hashOf(JSON.stringify([id, shown.circleId, shown.need, shown.body, shown.details]))).toString(
    "base64url",
  );
