import "server-only";
import type { ReportAbout } from "@/lib/generated/enums";
import type { Snapshot } from "@/lib/reports/snapshot";
import { personMark } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

/** How much of what stands around something is kept with it. */
export const AROUND = 12;

/** What can be reported, with what is kept of it. */
export type Found = {
  about: ReportAbout;
  thingId: string;
  /** Whose it is. Of a circle the database finds out itself (prisma/policies/report.sql). */
  reportedId: string | null;
  circleId: string | null;
  /** The alias of whoever it is about, where they can be blocked along with it. */
  alias: string | null;
  /** What an address calls whoever it is about, where they can be reported as a person, too. */
  person: string | null;
  /** Where it is found, when the viewer does not sit there any more: a circle that they left, or that joined another. */
  from?: "left" | "joined";
  snapshot: Snapshot;
};

type Person = { userId: string; alias: string };

/** A circle of the viewer's, with everybody whom they see there, also who has left. */
export type Place = { viewer: Viewer; circleId: string; name: string; memberships: Person[] };

export type Row = { authorId: string | null; createdAt: Date; body: string };

export const row = { authorId: true, createdAt: true, body: true } as const;
export const standing = { takenBackAt: null } as const;

const aliasIn = ({ memberships }: Place, userId: string | null): string =>
  memberships.find((person) => person.userId === userId)?.alias ?? "Somebody who left";

export const sayRow = (place: Place, { authorId, createdAt, body }: Row) => ({
  alias: aliasIn(place, authorId),
  at: createdAt.toISOString(),
  body,
});

/** Words of somebody in a circle, as they are reported. */
export function wordsOf(
  place: Place,
  about: ReportAbout,
  thingId: string,
  said: Row & { authorId: string },
  { details = [], around = [] }: { details?: string[]; around?: Row[] } = {},
): Found {
  const { circleId, name } = place;
  return {
    about,
    thingId,
    reportedId: said.authorId,
    circleId,
    alias: aliasIn(place, said.authorId),
    person: personMark(circleId, said.authorId),
    snapshot: {
      circle: name,
      ...sayRow(place, said),
      details,
      around: around.map((one) => sayRow(place, one)),
    },
  };
}
