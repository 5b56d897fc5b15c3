import "server-only";
import { deriveSecret, hashOf } from "@/lib/vault";

/*
 * Ids for what is reported and has none of its own, or none that may stand in an address. Both stay the same for good,
 * so that whoever opens a form and sends it later means the same.
 */

/** Of a check-in or a turn, by what tells it apart in its circle (prisma/policies/report.sql makes the same). */
export const thingOf = (circleId: string, authorId: string, what: string): string =>
  asId(hashOf(`${circleId} ${authorId} ${what}`).subarray(0, 16));

export const checkInThing = (circleId: string, authorId: string, week: string): string =>
  thingOf(circleId, authorId, week);

export const turnThing = (circleId: string, authorId: string, meetingId: string, step: string): string =>
  thingOf(circleId, authorId, `${meetingId} ${step}`);

/**
 * Of a person in a circle: neither their seat, which somebody else may take meanwhile, nor their account. In another
 * circle they have another one.
 */
export const personMark = (circleId: string, userId: string): string =>
  asId(deriveSecret("person in a circle", `${circleId} ${userId}`));

function asId(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
