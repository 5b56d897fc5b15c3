import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { aMeeting, aWrittenTurn } from "../factories-of-circles";
import { type Rows, seated, seatedAndVerified } from "./row";
import type { Person, World } from "./world";

/* Meetings, their notes, and turns in writing. */

/** A meeting of the world's circle that is open: held by whoever tries, where they sit there. */
async function heldBy(world: World, person: Person, how: Parameters<typeof aMeeting>[2] = {}) {
  const sits = !["signed out", "outsider", "former", "removed"].includes(person);
  const holder = sits && person !== "signed out" ? world[person] : world.facilitator;
  const { circleId, id } = await aMeeting(holder, world.circle, how);
  return { circleId, meetingId: id };
}

/** The same, of which they write the notes. */
async function writtenBy(world: World, person: Person) {
  const named = await heldBy(world, person);
  const { id: memberId } = person === "signed out" ? world.facilitator : world[person];
  await asMember(memberId, (db) =>
    db.attendance.updateMany({ where: { ...named, memberId }, data: { scribedAt: new Date() } }),
  );
  return named;
}

export const rowsOfMeetings: Rows = {
  "meetings/openMeeting": {
    // Another day than the circle's: on that day everybody who sits there may.
    row: {
      ...seated,
      facilitator: "done",
      cofacilitator: "done",
      unverified: "no",
      author: "no",
      member: "no",
    },
    fields: async ({ circle, facilitator }) => {
      const meetingDay = ((new Date().getUTCDay() + 2) % 7) + 1;
      await asMember(facilitator.id, (db) =>
        db.circle.updateMany({ where: { id: circle.id }, data: { meetingDay } }),
      );
      return { circleId: circle.id, kind: "live", agenda: "weekly", minutes: 60 };
    },
    fresh: true,
  },
  "meetings/takeOpeningBack": {
    row: seated,
    fields: async (world, person) => ({
      ...(await heldBy(world, person, { kind: "writing" })),
      instead: "live",
      minutes: 60,
    }),
    fresh: true,
  },
  "meetings/stepMeeting": {
    row: seated,
    fields: async (world, person) => ({ ...(await heldBy(world, person)), move: 0, to: "next" }),
  },
  "meetings/giveTurnOn": {
    row: seated,
    fields: async (world, person) => ({ ...(await heldBy(world, person)), move: 0, how: "spoken" }),
  },
  "meetings/comeToMeeting": {
    row: seated,
    fields: async (world, person) => ({ ...(await heldBy(world, person)), as: "scribe" }),
  },
  "meetings/adoptAgreements": {
    row: seated,
    fields: (world, person) => heldBy(world, person, { agenda: "first" }),
  },
  "meetings/sayCommitment": {
    row: seatedAndVerified,
    fields: async (world, person) => ({
      ...(await heldBy(world, person)),
      id: freshId(),
      words: "Write to two people by Thursday",
    }),
    fresh: true,
  },
  "meeting-notes/lookAtNotes": {
    row: { ...seatedAndVerified, unverified: "done" },
    fields: async (world, person) => ({
      ...(await writtenBy(world, person)),
      body: "We spoke about pauses.",
    }),
  },
  "meeting-notes/shareNotes": {
    row: seatedAndVerified,
    fields: async (world, person) => ({
      ...(await writtenBy(world, person)),
      body: "We spoke about pauses.",
    }),
  },
  "written-turns/writeTurn": {
    row: seatedAndVerified,
    fields: async (world, person) => ({
      ...(await heldBy(world, person, { kind: "writing" })),
      step: "check_in",
      body: "A slow week, and a walk.",
    }),
  },
  "written-turns/takeTurnBack": {
    row: { ...seated, author: "done", anyoneElse: "nothing" },
    fields: async (world, person) => {
      const named = await heldBy(world, person, { kind: "writing" });
      await aWrittenTurn(world.author, { circleId: named.circleId, id: named.meetingId });
      return { ...named, step: "check_in" };
    },
  },
};
