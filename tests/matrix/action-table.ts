import { addDays, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import { markOf } from "@/lib/devices/mark";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { privateWords } from "@/lib/private-words";
import { findRoles } from "@/lib/roles/queries";
import { findPreview, findShareable, findShareableSetback } from "@/lib/shares/queries";
import { previewKey } from "@/lib/shares/schema";
import type { Viewer } from "@/lib/viewer";
import {
  aBlock,
  aCircle,
  aCommitment,
  aDecision,
  aDraft,
  aFeedbackRequest,
  aFeedbackTemplate,
  aFiring,
  aGoal,
  aJarEntry,
  aLanding,
  aLearningPlan,
  aMeeting,
  aMember,
  aMergeOffer,
  aModerator,
  aNudge,
  anAddress,
  anEffort,
  anExercise,
  anExperiment,
  anInvitation,
  aPasskey,
  aPlan,
  aPost,
  aPracticeQuestion,
  aReason,
  aReframe,
  aReply,
  aReport,
  aSetback,
  aTurnOffered,
  aWin,
  aWritingSession,
  aWrittenTurn,
  type Member,
  PASSWORD,
} from "../factories";
import type { Fields } from "../form";
import { rowsOfCare } from "./rows-of-care";
import { finding } from "./rows-of-finding";
import { rowsOfGoals } from "./rows-of-goals";
import { rowsOfReminders } from "./rows-of-reminders";
import { rowsOfReports } from "./rows-of-reports";
import { arranging } from "./rows-of-today";
import { rowsOfWeeks } from "./rows-of-weeks";
import { rowsOfWins } from "./rows-of-wins";
import type { Person, World } from "./world";

/** done; done, and nothing of the circle or the author changed; a refusal in words; 404; taken to sign in. */
export type Expected = "done" | "nothing" | "no" | "404" | "sign in";
type Row = Partial<Record<Person, Expected>> & { anyoneElse: Expected };

const everyone = { "signed out": "sign in", anyoneElse: "done" } as const;
const verified = { "signed out": "sign in", unverified: "no", anyoneElse: "done" } as const;
const nobodyYet = { "signed out": "sign in", anyoneElse: "no" } as const;
const authorAndVerified = {
  "signed out": "sign in",
  unverified: "no",
  author: "done",
  anyoneElse: "404",
} as const;
const authorOnly = { "signed out": "sign in", author: "done", anyoneElse: "404" } as const;
const seated = {
  "signed out": "sign in",
  outsider: "404",
  former: "404",
  removed: "404",
  anyoneElse: "done",
} as const;
// Words for a circle that one does not sit in (any more) come back with a sentence, not with a 404: they are kept.
const seatedAndVerified = {
  ...seated,
  unverified: "no",
  outsider: "no",
  former: "no",
  removed: "no",
} as const;
const nobodysCase = { "signed out": "sign in", anyoneElse: "404" } as const;
const holders = {
  "signed out": "sign in",
  facilitator: "done",
  cofacilitator: "done",
  anyoneElse: "404",
} as const;
// Whoever sits there may have lost the role while they wrote: they are told so, and keep their words.
const holdersOrTold = { ...holders, unverified: "no", member: "no", author: "no" } as const;

type Target = (world: World, person: Person) => Fields | Promise<Fields>;

const chosen = (setbackId: string, circleId: string): Fields => ({
  setbackId,
  circleId,
  fact: ["kind"],
  employer: "masked",
  wordsToo: true,
  words: "They went with someone internal.",
  need: "listen",
});

/** As lib/viewer.ts looks; that file speaks to Next, and journeys in the browser read this table too. */
const look = <T>(member: Member, at: (viewer: Viewer) => Promise<T>): Promise<T> =>
  asMember(member.id, (db) => {
    const now = new Date();
    return at({ ...member, db, now, today: dayIn(member.timeZone, now), words: privateWords(member) });
  });

/** What the author chose of a setback, as they look at it before it is shared. */
async function previewed(author: Member, circle: { id: string }): Promise<Fields> {
  const { id: setbackId } = await aSetback(author);
  const choice = {
    circleId: [circle.id],
    fact: ["kind"],
    employer: ["masked"],
    wordsToo: ["on"],
    words: ["They went with someone internal."],
    need: ["listen"],
  };
  await aDraft(author, previewKey(setbackId), { id: [freshId()], setbackId: [setbackId], ...choice });
  const preview = await look(author, async (viewer) => {
    const shareable = await findShareableSetback(viewer, setbackId);
    return shareable && findPreview(viewer, shareable);
  });
  return { id: preview?.id, setbackId, seen: preview?.seen };
}

/** The same of an experiment, which goes in pieces. */
async function previewedInPieces(author: Member, circle: { id: string }): Promise<Fields> {
  const { id: sourceId } = await anExperiment(author);
  const choice = { circleId: [circle.id], piece: [`change:${sourceId}`] };
  await aDraft(author, previewKey(sourceId), { id: [freshId()], ...choice });
  const preview = await look(author, async (viewer) => {
    const shareable = await findShareable(viewer, "experiment", sourceId);
    return shareable && findPreview(viewer, shareable);
  });
  return { id: preview?.id, of: "experiment", sourceId, seen: preview?.seen };
}

/** A week in which the author keeps the time. */
async function turnOfAuthor({ author, circle }: World) {
  const roles = await look(author, (viewer) => findRoles(viewer, circle.id));
  const week = roles?.weeks.find((one) => one.timekeeper?.isMe);
  return { weekOn: week?.weekOn ?? "", role: "timekeeper" as const };
}

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

/** A week for which nobody has said anything: another one each time. */
let weeks = 0;
const aWeekOff = () => ({
  weekOn: addDays("2030-01-04", 7 * weeks++),
  role: "timekeeper" as const,
});

/** A setback of another day: on its own, nobody is asked for reasons. */
const anOldSetback = (author: Member) =>
  aSetback(author, { createdAt: new Date(Date.now() - 3 * 86_400_000) });

const today = () => new Date().toISOString().slice(0, 10);
const described = {
  name: "Thursday lanterns",
  purpose: "People between jobs.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 4,
  meetingTime: "18:00",
  videoLink: "",
};

/**
 * What each action is sent when nothing about it is bad, and how it then answers each kind of person. `fresh`:
 * it changes who sits where or who is signed in, or asks for reasons or lessons, which no other form of a world may
 * have put off by writing a setback down, so each try has a world of its own. `unseats`: its fields take the author's
 * seat.
 */
export const table: Record<string, { row: Row; fields: Target; fresh?: true; unseats?: true }> = {
  // accounts
  "accounts/join": {
    row: { anyoneElse: "done" },
    fresh: true,
    fields: () => ({
      email: `${freshId()}@example.org`,
      password: PASSWORD,
      name: "Tern",
      adult: true,
      timeZone: "UTC",
      next: "/today",
    }),
  },
  "accounts/signIn": {
    row: { anyoneElse: "done" },
    fresh: true,
    fields: ({ member }) => ({ email: member.email, password: PASSWORD, next: "/today" }),
  },
  "accounts/signOut": { row: { anyoneElse: "done" }, fields: () => ({}), fresh: true },
  "accounts/askForNewPassword": {
    row: { anyoneElse: "done" },
    fields: ({ author }) => ({ email: author.email }),
  },
  "accounts/setNewPassword": {
    row: { anyoneElse: "no" },
    fields: () => ({ token: "a".repeat(22), password: "six quiet lanterns" }),
  },
  "accounts/confirmAddress": { row: { anyoneElse: "done" }, fields: () => ({ token: "a".repeat(22) }) },
  "accounts/sendConfirmationAgain": { row: everyone, fields: () => ({}) },
  "accounts/saveSettings": {
    row: everyone,
    fields: () => ({
      name: "Tern",
      timeZone: "Asia/Kathmandu",
      theme: "dark",
      textSize: "large",
      font: "reader",
    }),
  },
  // nudges and advice
  "nudges/putAway": {
    row: authorOnly,
    fields: async ({ author, member, circle }) => aNudge(author, await aPost(member, circle)),
  },
  "nudges/chooseNudgeMails": { row: everyone, fields: () => ({ mails: true }) },
  "advising/offerAdvice": { row: everyone, fields: () => ({ kind: ["silence"] }) },
  "passkeys/beginPasskey": { row: verified, fields: () => ({ currentPassword: PASSWORD }) },
  "passkeys/addPasskey": { row: nobodyYet, fields: () => ({ name: "My phone", answer: "{}" }) },
  "passkeys/namePasskey": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ passkeyId: (await aPasskey(author)).id, name: "My phone" }),
  },
  "passkeys/takeOutPasskey": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({
      passkeyId: (await aPasskey(author)).id,
      currentPassword: PASSWORD,
    }),
  },
  "passkeys/beginPasskeySignIn": { row: { anyoneElse: "done" }, fields: () => ({}) },
  "passkeys/signInWithPasskey": { row: { anyoneElse: "no" }, fields: () => ({ answer: "{}" }) },
  // No provider has introduced anybody.
  "providers/joinThroughProvider": {
    row: { anyoneElse: "no" },
    fields: () => ({ id: freshId(), name: "Tern", adult: true, timeZone: "UTC" }),
  },
  "providers/linkProvider": {
    row: { "signed out": "sign in", anyoneElse: "no" },
    fields: () => ({ currentPassword: PASSWORD }),
  },
  "providers/unlinkProvider": {
    row: everyone,
    fields: () => ({ provider: "lantern", currentPassword: PASSWORD }),
  },
  "one-time-codes/takeSecondStep": {
    // Nobody is in the middle of signing in: all are led back to the first step.
    row: { anyoneElse: "sign in" },
    fields: () => ({ code: "123456" }),
  },
  "passwords/changePassword": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD, password: "six quiet lanterns" }),
    fresh: true,
  },
  "addresses/changeAddress": {
    row: everyone,
    fields: () => ({ email: `${freshId()}@example.org`, currentPassword: PASSWORD }),
    fresh: true,
  },
  "addresses/leaveNewAddress": { row: everyone, fields: () => ({}) },
  "addresses/takeNewAddress": { row: { anyoneElse: "done" }, fields: () => ({ token: "a".repeat(22) }) },
  "deletions/deleteAccount": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD }),
    fresh: true,
  },
  "devices/signOutThere": {
    row: authorOnly,
    fields: ({ author }) => ({ device: markOf(author.sessionId) }),
    fresh: true,
  },
  "devices/signOutElsewhere": { row: everyone, fields: () => ({}) },
  "one-time-codes/beginCodes": { row: verified, fields: () => ({ currentPassword: PASSWORD }) },
  // Nobody's browser has begun to set them up.
  "one-time-codes/turnOnCodes": { row: nobodyYet, fields: () => ({ code: "123456" }) },
  "one-time-codes/replaceRecoveryCodes": { row: nobodyYet, fields: () => ({ currentPassword: PASSWORD }) },
  "one-time-codes/putRecoveryCodesAway": { row: everyone, fields: () => ({}) },
  // Off already: nothing is left to do.
  "one-time-codes/turnOffCodes": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD, code: "123456" }),
  },
  "drafts/saveDraft": {
    row: { "signed out": "no", anyoneElse: "done" },
    fields: () => ({ draftKey: "win", typedAt: Date.now(), body: "half a" }),
  },

  "drafts/startAfresh": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      await aDraft(author, "win", { body: ["half a"] });
      return { key: "win" };
    },
  },

  ...finding,
  ...arranging,

  // circles
  "circles/openCircle": { row: everyone, fields: () => ({ ...described, alias: "Juniper" }) },
  "circles/describeCircle": {
    row: holdersOrTold,
    fields: ({ circle }) => ({ ...described, circleId: circle.id }),
  },
  "circles/writeAgreements": {
    row: holdersOrTold,
    fields: ({ circle }) => ({ circleId: circle.id, agreements: "Be kind." }),
  },
  "invitations/makeInvitation": {
    row: { ...holders, unverified: "no" },
    fields: ({ circle }) => ({ circleId: circle.id, people: 1, days: 7 }),
    fresh: true,
  },
  "invitations/takeBackInvitation": {
    row: holders,
    fields: async ({ circle, facilitator }) => ({
      circleId: circle.id,
      invitationId: (await anInvitation(facilitator, circle)).id,
    }),
  },
  "memberships/joinCircle": {
    row: { "signed out": "sign in", removed: "no", anyoneElse: "done" },
    fields: async ({ circle, facilitator }, person) => ({
      code: codeOf(await anInvitation(facilitator, circle)),
      alias: `${person} again`,
      agreed: true,
    }),
    fresh: true,
  },
  // Leaving where one does not sit is simply done: nothing happens.
  "memberships/leaveCircle": {
    row: everyone,
    fields: ({ circle }) => ({ circleId: circle.id }),
    fresh: true,
  },
  "memberships/handOver": {
    row: { "signed out": "sign in", facilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron", afterwards: "member" }),
    fresh: true,
  },
  "memberships/makeCofacilitator": {
    row: { "signed out": "sign in", facilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  "memberships/endCofacilitator": {
    row: { "signed out": "sign in", facilitator: "done", cofacilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Alder" }),
    fresh: true,
  },
  "memberships/askToLeave": {
    row: holders,
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },

  // absences, and merges
  "absences/sayFine": { row: seated, fields: ({ circle }) => ({ circleId: circle.id }) },
  "absences/takeBreak": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id, line: "Back after Christmas" }),
    fresh: true,
  },
  "absences/endBreak": { row: seated, fields: ({ circle }) => ({ circleId: circle.id }) },
  // As with leaving: where one does not sit, nothing happens.
  "absences/letMeGo": { row: everyone, fields: ({ circle }) => ({ circleId: circle.id }), fresh: true },
  "merges/likeMerge": {
    row: seated,
    fields: async ({ circle }) => ({
      circleId: circle.id,
      mergeId: (await aMergeOffer(circle, await aCircle(await aMember()))).id,
    }),
  },
  "merges/declineMerge": {
    row: seated,
    fields: async ({ circle }) => ({
      circleId: circle.id,
      mergeId: (await aMergeOffer(circle, await aCircle(await aMember()))).id,
    }),
  },

  // roles, terms and landings
  "roles/chooseRotation": {
    row: {
      "signed out": "sign in",
      outsider: "404",
      former: "404",
      removed: "404",
      facilitator: "done",
      anyoneElse: "no",
    },
    fields: ({ circle }) => ({ circleId: circle.id, every: 1 }),
    fresh: true,
  },
  "roles/offerTurn": {
    row: { ...seated, author: "done", anyoneElse: "no" },
    fields: async (world) => ({ id: freshId(), circleId: world.circle.id, ...(await turnOfAuthor(world)) }),
    fresh: true,
  },
  "roles/takeTurn": {
    row: { ...seated, author: "no" },
    fields: async (world) => aTurnOffered(world.author, world.circle, aWeekOff()),
    fresh: true,
  },
  "roles/keepTurn": {
    row: { ...seated, author: "done", anyoneElse: "nothing" },
    fields: async (world) => aTurnOffered(world.author, world.circle, aWeekOff()),
    fresh: true,
  },
  "roles/giveTimekeeping": {
    row: holders,
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  // Nobody is asked yet.
  "terms/renewTerm": {
    row: { ...seated, anyoneElse: "nothing" },
    fields: ({ circle }) => ({ circleId: circle.id }),
  },
  "terms/restFromCircle": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id }),
    fresh: true,
  },
  "landings/lookAtThanks": {
    row: seated,
    fields: ({ circle }) => ({ circleId: circle.id, words: "Thank you, all of you." }),
  },
  "landings/land": {
    row: { ...seated, unverified: "no" },
    fields: ({ circle }) => ({
      id: freshId(),
      circleId: circle.id,
      words: "Thank you, all of you.",
      afterwards: "leave",
      shown: true,
    }),
    fresh: true,
  },
  "landings/returnToCircle": {
    row: { ...seated, author: "done", anyoneElse: "nothing" },
    fields: async ({ circle, author }, person) => {
      if (person === "author") await aLanding(author, circle);
      return { circleId: circle.id };
    },
    fresh: true,
    unseats: true,
  },
  "landings/sayWhoSees": {
    row: authorOnly,
    fields: async ({ circle, author }, person) => {
      if (person === "author") await aLanding(author, circle);
      return { circleId: circle.id, shown: true, supports: true };
    },
    fresh: true,
    unseats: true,
  },

  // meetings
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

  // safety
  "blocks/block": {
    row: { ...seated, author: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  "blocks/unblock": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author, circle }) => {
      await aBlock(author, circle, "Wren");
      const [made] = await asMember(author.id, (db) => db.block.findMany({ where: { userId: author.id } }));
      return { blockId: made?.id };
    },
    fresh: true,
  },
  "reports/report": {
    row: { ...seated, author: "404" },
    fields: async ({ author, circle }) => ({
      about: "post",
      circleId: circle.id,
      thing: (await aPost(author, circle)).id,
      reason: "harassment",
      words: "Please look at this.",
    }),
  },
  // Nobody here is a moderator.
  "moderation/decide": {
    row: nobodysCase,
    fields: async ({ author, member, circle }) => ({
      reportId: (await aReport(member, await aPost(author, circle), { reportedId: author.id })).id,
      kind: "warn",
      toReported: "That was too much.",
      toReporter: "Thank you for telling us.",
    }),
  },
  "moderation/decideAppeal": {
    row: nobodysCase,
    fields: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      const { id } = await aDecision(await aModerator(), report);
      return { decisionId: id, what: "keep", words: "It was." };
    },
  },
  "appeals/appeal": {
    row: authorOnly,
    fields: async ({ author, member, circle }) => {
      const report = await aReport(member, await aPost(author, circle), { reportedId: author.id });
      return {
        letterId: (await aDecision(await aModerator(), report)).letterOf(author),
        words: "I meant it kindly.",
      };
    },
  },

  // posts
  "posts/sharePost": {
    row: seatedAndVerified,
    fields: ({ circle }) => ({ circleId: circle.id, kind: "ask", need: "listen", body: "No offer." }),
  },
  "posts/takeBackPost": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({ circleId: circle.id, postId: (await aPost(author, circle)).id }),
  },
  "encouragements/encourage": {
    row: { ...seated, author: "404" },
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      postId: (await aPost(author, circle)).id,
      give: "with_you",
    }),
  },
  "replies/reply": {
    row: seatedAndVerified,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      postId: (await aPost(author, circle)).id,
      body: "I am glad you told us.",
    }),
  },
  "replies/editReply": {
    row: authorAndVerified,
    fields: async ({ circle, author, member }) => ({
      circleId: circle.id,
      replyId: (await aReply(author, await aPost(member, circle))).id,
      body: "Better said.",
    }),
  },
  "replies/takeBackReply": {
    row: authorOnly,
    fields: async ({ circle, author, member }) => ({
      circleId: circle.id,
      replyId: (await aReply(author, await aPost(member, circle))).id,
    }),
  },

  // the week, and the calendar
  "check-ins/checkIn": {
    row: seatedAndVerified,
    fields: ({ circle }) => ({
      circleId: circle.id,
      word: "steady",
      line: "Slow start.",
      need: "listen",
      id1: freshId(),
      id2: freshId(),
      id3: freshId(),
      words1: "Call 2 agencies",
      day1: "",
    }),
  },
  "commitments/markCommitment": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      commitmentId: (await aCommitment(author, circle)).id,
      outcome: "partly",
    }),
  },
  "commitments/unmarkCommitment": {
    row: authorOnly,
    fields: async ({ circle, author }) => ({
      circleId: circle.id,
      commitmentId: (await aCommitment(author, circle, { outcome: "kept" })).id,
    }),
  },
  "calendar/makeAddress": { row: everyone, fields: () => ({}) },
  "calendar/stopAddress": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      await anAddress(author);
      return {};
    },
  },

  // setbacks
  "setbacks/saveSetback": { row: everyone, fields: () => ({ happened: "No offer.", day: today() }) },
  "setbacks/changeSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({
      setbackId: (await aSetback(author)).id,
      happened: "Still no offer.",
      day: today(),
    }),
  },
  "setbacks/deleteSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id }),
  },
  "setbacks/bringSetbackBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author, { deletedAt: new Date() })).id }),
  },

  "setbacks/writeOwnPage": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, page: "Dear me." }),
  },
  "phases/restIn": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, phase: "reframe" }),
  },
  "closures/letSetbackGo": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, farewell: "Good bye." }),
  },
  "closures/openSetbackAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author, { closedAt: new Date() })).id }),
  },
  "reframes/beginReframe": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id, thought: "It must be me." }),
  },
  "reframes/lookAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reframeId: (await aReframe(author, await aSetback(author))).id,
      thought: "It must be me.",
      fairer: "Not all of it.",
    }),
  },
  "reframes/takeOutReframe": {
    row: authorOnly,
    fields: async ({ author }) => ({ reframeId: (await aReframe(author, await aSetback(author))).id }),
  },
  "reframes/bringReframeBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reframeId: (await aReframe(author, await aSetback(author), { deletedAt: new Date() })).id,
    }),
  },

  "shares/chooseWhatGoes": {
    row: authorOnly,
    fields: async ({ author, circle }) => chosen((await aSetback(author)).id, circle.id),
  },
  "shares/shareSetback": {
    row: authorAndVerified,
    fields: ({ author, circle }) => previewed(author, circle),
  },
  "shares/choosePieces": {
    row: authorOnly,
    fields: async ({ author, circle }) => {
      const { id } = await anExperiment(author);
      return { of: "experiment", sourceId: id, circleId: circle.id, piece: [`change:${id}`], words: "Look." };
    },
  },
  "shares/sharePieces": {
    row: authorAndVerified,
    fields: ({ author, circle }) => previewedInPieces(author, circle),
  },

  // goals
  "goals/addGoal": {
    row: everyone,
    fields: () => ({ title: "Applications", category: "applications", rhythm: "day", times: 1 }),
  },
  "goals/changeGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({
      goalId: (await aGoal(author)).id,
      title: "A walk",
      category: "routine",
      rhythm: "week",
      times: 4,
    }),
  },
  "goals/makeSmaller": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id, asks: "1 a day" }),
  },
  "goals/leaveForAnotherDay": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/putBackToday": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/finishGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/takeGoalUpAgain": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author, { finishedAt: new Date() })).id }),
  },
  "goals/deleteGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "goals/bringGoalBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author, { deletedAt: new Date() })).id }),
  },
  "efforts/logEffort": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "efforts/undoEffort": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => ({ effortId: (await anEffort(author, await aGoal(author))).id }),
  },
  "pauses/pauseGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },
  "pauses/resumeGoal": {
    row: authorOnly,
    fields: async ({ author }) => ({ goalId: (await aGoal(author)).id }),
  },

  // learning
  "learning/beginLearningPlan": {
    row: everyone,
    fresh: true,
    fields: () => ({
      skill: "Opening an interview",
      step1: "Read one page about it",
      step2: "Try it once aloud",
      step3: "",
      makeGoal: true,
      goalId: freshId(),
    }),
  },
  "learning/changeLearningPlan": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author)).id,
      skill: "A calmer phone voice",
      step1: "Say it once aloud",
      step2: "",
      step3: "",
    }),
  },
  "learning/tickStep": {
    row: authorOnly,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author)).id,
      place: 0,
      done: "yes",
    }),
  },
  "learning/deleteLearningPlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ learningPlanId: (await aLearningPlan(author)).id }),
  },
  "learning/bringLearningPlanBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      learningPlanId: (await aLearningPlan(author, { deletedAt: new Date() })).id,
    }),
  },

  // wins
  "wins/writeWin": { row: everyone, fields: () => ({ body: "Asked for feedback.", day: today() }) },
  "wins/deleteWin": { row: authorOnly, fields: async ({ author }) => ({ winId: (await aWin(author)).id }) },
  "wins/bringWinBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ winId: (await aWin(author)).id }),
  },

  // guided writing and exercises
  "writing/beginWriting": {
    row: authorOnly,
    fields: async ({ author }) => ({ setbackId: (await aSetback(author)).id }),
  },
  "writing/keepWriting": {
    row: authorOnly,
    fields: async ({ author }) => ({
      sessionId: (await aWritingSession(author, await aSetback(author), { words: "" })).id,
      words: "I keep going over it.",
      seen: "",
      press: "end",
    }),
  },
  "writing/takeUpWriting": {
    row: authorOnly,
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      const session = await aWritingSession(author, setback, { endedAt: new Date() });
      return { sessionId: session.id, setbackId: setback.id };
    },
  },
  "writing/deleteWriting": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      return { sessionId: (await aWritingSession(author, setback)).id, setbackId: setback.id };
    },
  },
  "exercises/keepExercise": {
    row: authorOnly,
    fields: async ({ author }) => ({
      setbackId: (await aSetback(author)).id,
      kind: "what_matters",
      dear: ["Fairness", "Nature"],
      ownWords: "My garden",
      lived: "I helped a neighbour.",
    }),
  },
  "exercises/deleteExercise": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      const setback = await aSetback(author);
      const exerciseId = (await anExercise(author, setback)).id;
      return { exerciseId, setbackId: setback.id, kind: "kind_letter" };
    },
  },

  // feedback
  "feedback/beginLetter": {
    row: everyone,
    fields: () => ({ artefact: "resume", askedOf: "employer", template: "resume-employer", name: "Ms Tern" }),
  },
  "feedback/changeLetter": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      name: "Ms Tern",
      subject: "One question",
      letter: "What would have made it stronger?",
    }),
  },
  "feedback/tieToSetback": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      setbackId: (await aSetback(author)).id,
    }),
  },
  "feedback/sayAsked": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author)).id,
      askedOn: today(),
      followUpOn: "",
    }),
  },
  "feedback/chooseFollowUpDay": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      followUpOn: "2026-12-01",
    }),
  },
  "feedback/sayFollowedUp": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
    }),
  },
  "feedback/keepAnswer": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      answer: "It was very close.",
      lesson: "A summary on top.",
    }),
  },
  "feedback/saySilent": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
    }),
  },
  "feedback/takeStepBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01" })).id,
      step: "asked",
    }),
  },
  "feedback/putAnswerInJar": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { askedOn: "2026-11-01", answer: "It was very close." })).id,
    }),
  },
  "feedback/deleteRequest": {
    row: authorOnly,
    fields: async ({ author }) => ({ requestId: (await aFeedbackRequest(author)).id }),
  },
  "feedback/bringRequestBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      requestId: (await aFeedbackRequest(author, { deletedAt: new Date() })).id,
    }),
  },

  // letters kept for the next time
  "templates/keepTemplate": {
    row: everyone,
    fields: () => ({
      artefact: "resume",
      askedOf: "peer",
      subject: "Five minutes?",
      letter: "Hi {name}, would you look?",
    }),
  },
  "templates/deleteTemplate": {
    row: authorOnly,
    fields: async ({ author }) => ({ templateId: (await aFeedbackTemplate(author)).id }),
  },
  "templates/bringTemplateBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      templateId: (await aFeedbackTemplate(author, { deletedAt: new Date() })).id,
    }),
  },

  // the evidence jar
  "jar/keepInJar": {
    row: everyone,
    fields: () => ({ words: "You explained that so well.", origin: "my last team", day: today() }),
  },
  "jar/takeOutOfJar": {
    row: authorOnly,
    fields: async ({ author }) => ({ entryId: (await aJarEntry(author)).id }),
  },
  "jar/putBackInJar": {
    row: authorOnly,
    fields: async ({ author }) => ({ entryId: (await aJarEntry(author, { deletedAt: new Date() })).id }),
  },

  // learning
  "reasons/addReason": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      setbackId: (await anOldSetback(author)).id,
      words: "They wanted a licence.",
      saidBy: "employer",
    }),
  },
  "reasons/sortReason": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      reasonId: (await aReason(author, await anOldSetback(author))).id,
      whose: "mine",
    }),
  },
  "reasons/letReasonGo": {
    row: authorOnly,
    fields: async ({ author }) => ({
      reasonId: (await aReason(author, await anOldSetback(author), { whose: "theirs" })).id,
    }),
  },
  "reasons/takeReasonUpAgain": {
    row: authorOnly,
    fields: async ({ author }) => {
      const gone = { whose: "chance", letGoAt: new Date() } as const;
      return { reasonId: (await aReason(author, await anOldSetback(author), gone)).id };
    },
  },
  "reasons/takeOutReason": {
    row: authorOnly,
    fields: async ({ author }) => ({ reasonId: (await aReason(author, await anOldSetback(author))).id }),
  },
  "reasons/bringReasonBack": {
    row: authorOnly,
    fields: async ({ author }) => {
      const out = { deletedAt: new Date() };
      return { reasonId: (await aReason(author, await anOldSetback(author), out)).id };
    },
  },
  "debriefs/keepDebrief": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      setbackId: (await anOldSetback(author)).id,
      wentWell: "I asked a good question.",
      differently: "Slower.",
      questions: "Why did you leave?\nWhy us?",
    }),
  },
  "practice/addQuestion": { row: everyone, fields: () => ({ question: "Why did you leave?" }) },
  "practice/notePractised": {
    row: authorOnly,
    fields: async ({ author }) => ({ questionId: (await aPracticeQuestion(author)).id }),
  },
  "practice/takeNoteBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      questionId: (await aPracticeQuestion(author, { practisedAt: new Date() })).id,
    }),
  },
  "practice/takeOutQuestion": {
    row: authorOnly,
    fields: async ({ author }) => ({ questionId: (await aPracticeQuestion(author)).id }),
  },
  "practice/bringQuestionBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      questionId: (await aPracticeQuestion(author, { deletedAt: new Date() })).id,
    }),
  },

  // plans
  "plans/writePlan": {
    row: everyone,
    fields: () => ({ on: "stage", stage: "second interview", step: "call Alder" }),
  },
  "plans/changePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({
      planId: (await aPlan(author)).id,
      on: "feeling",
      feeling: "deflated",
      step: "make tea",
    }),
  },
  "plans/rehearsePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author)).id }),
  },
  "plans/deletePlan": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author)).id }),
  },
  "plans/bringPlanBack": {
    row: authorOnly,
    fields: async ({ author }) => ({ planId: (await aPlan(author, { deletedAt: new Date() })).id }),
  },
  "plans/didAsPlanned": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },
  "plans/leavePlanToday": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },
  "plans/openPlanAgain": {
    row: authorOnly,
    fields: async ({ author }) => aFiring(author, await aPlan(author), await aSetback(author)),
  },

  // experiments
  // Two run at once, and no more: each try has a world of its own.
  "experiments/beginExperiment": {
    row: everyone,
    fresh: true,
    fields: () => ({ change: "A two-line summary on top", better: "replies", lasts: "cases", cases: 10 }),
  },
  "experiments/countCase": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id, isBetter: "yes" }),
  },
  "experiments/undoCase": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fresh: true,
    fields: async ({ author }) => ({
      caseId: (await anExperiment(author, { counted: [true] })).cases[0]?.id,
    }),
  },
  "experiments/endExperiment": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id }),
  },
  "experiments/goOnWithExperiment": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
    }),
  },
  "experiments/decide": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
      verdict: "keep",
    }),
  },
  "experiments/takeDecisionBack": {
    row: authorOnly,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today(), verdict: "keep" })).id,
    }),
  },
  "experiments/tryAgain": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
    }),
  },
  "experiments/writeLesson": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { endedOn: today() })).id,
      lesson: "Short is kind.",
    }),
  },
  "experiments/deleteExperiment": {
    row: authorOnly,
    fields: async ({ author }) => ({ experimentId: (await anExperiment(author)).id }),
  },
  "experiments/bringExperimentBack": {
    row: authorOnly,
    fresh: true,
    fields: async ({ author }) => ({
      experimentId: (await anExperiment(author, { deletedAt: new Date() })).id,
    }),
  },
  ...rowsOfCare,
  ...rowsOfReports,
  ...rowsOfGoals,
  ...rowsOfReminders,
  ...rowsOfWeeks,
  ...rowsOfWins,
};
