import { globSync } from "node:fs";
import type { Page } from "@playwright/test";
import { addDays, dayIn, weekOf } from "@/lib/dates";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { sealForModerators } from "@/lib/reports/sealed";
import { personMark } from "@/lib/reports/thing-id";
import { daysPassIn } from "@/tests/days-pass";
import {
  aBreak,
  aCheckIn,
  aCircle,
  aCommitment,
  aDebrief,
  aDecision,
  aFeedbackRequest,
  aFeedbackTemplate,
  aGoal,
  aJarEntry,
  aLearningPlan,
  aListing,
  aMailedLink,
  aMeeting,
  aMember,
  aMergeOffer,
  aModerator,
  aNudge,
  anAddress,
  anAdviceOffer,
  anEffort,
  anEncouragement,
  anExercise,
  anExperiment,
  anInvitation,
  aPasskey,
  aPlan,
  aPost,
  aPracticeQuestion,
  aProposal,
  aReason,
  aReframe,
  aReply,
  aReport,
  aRest,
  aSeatAsk,
  aSetback,
  aSupporterLink,
  aSupporterNote,
  aWait,
  aWin,
  aWritingSession,
  aWrittenTurn,
  type Member,
  someCodes,
} from "@/tests/factories";
import { anUnsubscribeCode, noMailbox, someReminders } from "@/tests/factories-of-reminders";
import { aPlannedStep, aWish } from "@/tests/factories-of-weeks";
import { aWinPicture } from "@/tests/factories-of-wins";
import { aWorld, type World } from "@/tests/matrix/world";
import { aYear } from "@/tests/patterns/what-happened";
import { test as base, expect, expectAccessible } from "./fixtures";
import { beginCodes, signIn, turnCodesOn } from "./steps";

/*
 * Every page there is, opened by somebody who sees a lot on it: no finding of axe in light or dark, on a
 * phone or a desk, with everything unfolded; no sideways scrolling; one h1 and a title. A page that is not in
 * the table fails the suite.
 */

type Seen = Awaited<ReturnType<typeof aSeenWorld>>;
type Who =
  | "nobody"
  | "careful"
  | "moderator"
  | "resting"
  | "wren"
  | "tern"
  | "linnet"
  | "robin"
  | Exclude<keyof World, "circle">;
/**
 * Who opens a page, at which address, which words show that it is the page that was meant, and what came before; and
 * words that stand on it in the state that was meant, where its heading does not tell.
 */
type Row = [
  who: Who,
  path: (seen: Seen) => string,
  heading: RegExp,
  before?: ((page: Page, seen: Seen) => Promise<unknown>) | null,
  shows?: string,
];

const ofCircle =
  (rest = "") =>
  ({ circle }: Seen) =>
    `/circles/${circle.id}${rest}`;

const placeOf = (meeting: { circleId: string; id: string }) =>
  `/circles/${meeting.circleId}/meetings/${meeting.id}`;

const table: Record<string, Row[]> = {
  "(public)": [["nobody", () => "/", /^A calm place/]],
  "(public)/[...nowhere]": [
    ["nobody", () => "/nowhere", /^There is nothing here/],
    ["author", () => "/no/where", /^There is nothing here/],
  ],
  "(public)/privacy": [["nobody", () => "/privacy", /^Privacy$/]],
  "(public)/help-now": [["nobody", () => "/help-now?country=DE", /^Need help now\?$/]],
  "(public)/join": [["nobody", () => "/join", /^Join Onward$/]],
  "(public)/sign-in": [["nobody", () => "/sign-in?kept=1", /^Sign in$/]],
  "(public)/sign-in/provider": [
    ["nobody", () => "/sign-in/provider?trouble=denied", /^You said no there$/],
    ["author", () => "/sign-in/provider", /^This way in is used, or over$/],
  ],
  "(public)/sign-in/second-step": [
    [
      "nobody",
      () => "/sign-in/second-step",
      /^One more step$/,
      async (page, { careful }) => {
        await page.goto("/sign-in");
        await signIn(page, careful.email);
        await expect(page).toHaveURL(/second-step/);
      },
    ],
  ],
  "(public)/forgot-password": [["nobody", () => "/forgot-password", /^Set a new password$/]],
  "(public)/reset-password/[token]": [
    ["nobody", ({ links }) => `/reset-password/${links.reset}`, /^Choose a new password$/],
    ["nobody", () => `/reset-password/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/verify/[token]": [
    ["nobody", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["unverified", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["author", ({ links }) => `/verify/${links.verified}`, /^Your e-mail is confirmed$/],
    ["nobody", ({ links }) => `/verify/${links.taken}`, /^You have another account with this address$/],
    ["nobody", () => `/verify/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/new-address/[token]": [
    ["nobody", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["author", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["careful", ({ links }) => `/new-address/${links.changed}`, /^Your address is changed$/],
    ["nobody", () => `/new-address/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/goodbye": [["nobody", () => "/goodbye", /^Take care$/]],
  "(public)/invite/[code]": [
    ["nobody", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["outsider", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["member", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^You are in this circle$/],
    ["nobody", () => `/invite/${"a".repeat(43)}`, /^This link does not work any more$/],
  ],
  "(member)/today": [
    ["author", () => "/today", /Heron$/],
    ["unverified", () => "/today", /Linnet$/],
    ["former", () => "/today", /Marten$/],
  ],
  "(member)/today/arrange": [["author", () => "/today/arrange", /^Arrange Today$/]],
  "(member)/numbers": [
    ["author", () => "/numbers?feelings=1", /^Your numbers$/],
    ["former", () => "/numbers", /^Your numbers$/],
  ],
  "(member)/numbers/entries": [
    ["author", () => "/numbers/entries?what=shown", /^What it was counted from$/],
    ["author", () => "/numbers/entries?what=setback", /^What it was counted from$/],
    ["author", () => "/numbers/entries?what=commitment", /^What it was counted from$/],
    ["former", () => "/numbers/entries?what=win", /^What it was counted from$/],
  ],
  "(member)/more": [["author", () => "/more", /^More$/]],
  "(member)/settings": [["unverified", () => "/settings", /^Settings$/]],
  "(member)/settings/sign-in": [
    ["unverified", () => "/settings/sign-in", /^Signing in$/],
    ["author", () => "/settings/sign-in", /^Signing in$/],
    ["careful", () => "/settings/sign-in", /^Signing in$/],
  ],
  "(member)/settings/sign-in/passkey": [["author", () => "/settings/sign-in/passkey", /^Add a passkey$/]],
  "(member)/settings/sign-in/codes": [
    ["author", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["careful", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["facilitator", () => "/settings/sign-in/codes", /^One-time codes$/, beginCodes],
    ["member", () => "/settings/sign-in/codes", /^One-time codes$/, turnCodesOn],
  ],
  "(member)/settings/sign-in/password": [
    ["author", () => "/settings/sign-in/password", /^Change your password$/],
  ],
  "(member)/settings/sign-in/e-mail": [
    ["author", () => "/settings/sign-in/e-mail", /^Change your e-mail address$/],
  ],
  "(member)/settings/reminders": [
    ["author", () => "/settings/reminders", /^Mails and quiet hours$/],
    [
      "unverified",
      () => "/settings/reminders",
      /^Mails and quiet hours$/,
      null,
      "Your address takes no mail just now",
    ],
  ],
  "(public)/unsubscribe/[code]": [
    ["nobody", ({ stops }) => `/unsubscribe/${stops.digest}`, /^Stop these mails\?$/],
    ["nobody", ({ stops }) => `/unsubscribe/${stops.evening}`, /^Stopped$/],
    ["nobody", () => `/unsubscribe/${"a".repeat(22)}`, /^There is nothing here/],
  ],
  "(member)/settings/calendar": [
    ["author", () => "/settings/calendar", /^Your calendar$/],
    ["facilitator", () => "/settings/calendar", /^Your calendar$/, null, "Make a new address"],
  ],
  "(member)/settings/history": [["author", () => "/settings/history", /^What happened to your account$/]],
  "(member)/settings/delete": [
    ["author", () => "/settings/delete", /^Delete your account$/],
    ["author", () => "/settings/delete?sure=1", /^Delete your account now\?$/],
  ],
  "(member)/nudges": [
    ["author", () => "/nudges", /^Waiting for you$/, null, "One line is enough"],
    ["former", () => "/nudges", /^Waiting for you$/, null, "Nothing waits for you"],
  ],
  "(member)/settings/advising": [["author", () => "/settings/advising", /^What you could be asked about$/]],
  "(member)/circles/[circleId]/buddies": [
    ["author", ofCircle("/buddies"), /^Your buddy$/, null, "You look out for each other"],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}/buddies`,
      /^Your buddy$/,
      null,
      "You have no buddy",
    ],
  ],
  "(member)/circles": [
    ["author", () => "/circles", /^Circles$/],
    ["former", () => "/circles", /^Circles$/],
  ],
  "(member)/circles/new": [["author", () => "/circles/new", /^Open a circle$/]],
  "(member)/circles/find": [
    ["member", () => "/circles/find", /^Find me a circle$/],
    ["unverified", () => "/circles/find", /^Find me a circle$/],
    ["outsider", () => "/circles/find", /^We are looking$/],
    ["cofacilitator", () => "/circles/find", /^We are looking$/, null, "Are you still looking?"],
    ["former", () => "/circles/find", /^A circle for you$/],
    ["removed", () => "/circles/find", /^You said yes$/],
  ],
  "(member)/circles/find/answers": [["outsider", () => "/circles/find/answers", /^What you look for$/]],
  "(member)/circles/open": [
    ["former", () => "/circles/open", /^Open circles$/, null, "It has not answered yet."],
    ["outsider", () => "/circles/open", /^Open circles$/],
  ],
  "(member)/circles/open/[circleId]": [
    ["outsider", ({ circle }) => `/circles/open/${circle.id}`, /^People between jobs in the north\.$/],
  ],
  "(member)/circles/[circleId]/care/listing": [
    ["facilitator", ofCircle("/care/listing"), /^Free seats$/, null, "I would like some company."],
  ],
  "(member)/circles/[circleId]": [
    ["author", ofCircle(), /^Thursday lanterns$/],
    ["facilitator", ofCircle(), /^Thursday lanterns$/],
  ],
  "(member)/circles/[circleId]/check-in": [
    ["author", ofCircle("/check-in"), /^Check in$/, null, "What you said last week"],
    ["facilitator", ofCircle("/check-in"), /^Change your check-in$/],
  ],
  "(member)/circles/[circleId]/week": [
    ["author", ofCircle("/week"), /^This week$/, null, "Not yet"],
    ["facilitator", ofCircle("/week"), /^This week$/],
    ["author", ofCircle("/week?of=2026-01-01"), /^An earlier week$/],
  ],
  "(member)/circles/let-go": [["former", () => "/circles/let-go", /^Your seat is free$/]],
  "(member)/circles/[circleId]/pause": [
    ["author", ofCircle("/pause"), /^Taking a break$/, null, "Pause me"],
    ["wren", ({ small }) => `/circles/${small.large.id}/pause`, /^Taking a break$/, null, "How are you?"],
    ["tern", ({ small }) => `/circles/${small.large.id}/pause`, /^Taking a break$/, null, "I am back"],
  ],
  "(member)/circles/[circleId]/merge": [
    ["author", ofCircle("/merge"), /^When a circle is small$/],
    ["wren", ({ small }) => `/circles/${small.large.id}/merge`, /^Two small circles, or one\?$/],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}/merge`,
      /^Two small circles, or one\?$/,
      null,
      "You said yes.",
    ],
    [
      "robin",
      ({ small }) => `/circles/${small.joined.id}/merge`,
      /^Second wind is part of Thursday lanterns now$/,
    ],
  ],
  "(member)/circles/[circleId]/health": [
    ["author", ofCircle("/health"), /^How your circle is doing$/, null, "Commitments said"],
    [
      "wren",
      ({ small }) => `/circles/${small.large.id}/health`,
      /^How your circle is doing$/,
      null,
      "too few to tell",
    ],
  ],
  "(member)/circles/[circleId]/agreements": [["facilitator", ofCircle("/agreements"), /^What we agreed$/]],
  "(member)/circles/[circleId]/leave": [["facilitator", ofCircle("/leave"), /^Leave Thursday lanterns\?$/]],
  "(member)/circles/[circleId]/roles": [
    ["facilitator", ofCircle("/roles"), /^Turns$/, null, "Save"],
    ["author", ofCircle("/roles"), /^Turns$/],
  ],
  "(member)/circles/[circleId]/term": [["author", ofCircle("/term"), /^Your twelve weeks$/]],
  "(member)/circles/[circleId]/land": [
    ["author", ofCircle("/land"), /^You found something$/],
    ["author", ofCircle("/land?step=quietly"), /^Before you land$/],
  ],
  "(member)/circles/[circleId]/meeting": [
    ["facilitator", ofCircle("/meeting"), /^Meeting in writing$/],
    [
      "careful",
      ({ meetings }) => `/circles/${meetings.live.circleId}/meeting`,
      /^Meeting$/,
      null,
      "your turn",
    ],
    ["careful", ({ meetings }) => `/circles/${meetings.first.circleId}/meeting`, /^Your first meeting$/],
    [
      "careful",
      ({ meetings }) => `/circles/${meetings.none.id}/meeting`,
      /^Meeting$/,
      null,
      "Open your first meeting",
    ],
  ],
  "(member)/circles/[circleId]/meetings/[meetingId]": [
    ["facilitator", ({ meetings }) => placeOf(meetings.ended), /^A meeting$/],
    ["facilitator", ({ meetings }) => placeOf(meetings.written), /^A meeting in writing$/],
  ],
  "(member)/circles/[circleId]/meetings/[meetingId]/notes": [
    ["facilitator", ({ meetings }) => `${placeOf(meetings.ended)}/notes`, /^Notes of the meeting$/],
    ["facilitator", ({ meetings }) => `${placeOf(meetings.written)}/notes`, /^Sum up the meeting$/],
  ],
  "(member)/circles/[circleId]/care": [["facilitator", ofCircle("/care"), /^Look after this circle$/]],
  "(member)/circles/[circleId]/care/agreements": [
    ["facilitator", ofCircle("/care/agreements"), /^Change the agreements$/],
  ],
  "(member)/circles/[circleId]/care/description": [
    ["facilitator", ofCircle("/care/description"), /^How the circle is described$/],
  ],
  "(member)/circles/[circleId]/care/people/[seat]": [
    ["facilitator", ofCircle("/care/people/3"), /^Heron's role and seat$/],
  ],
  "(member)/circles/[circleId]/care/people/[seat]/ask-to-leave": [
    ["facilitator", ofCircle("/care/people/3/ask-to-leave"), /^Ask Heron to leave\?$/],
  ],
  "(member)/circles/[circleId]/people/[seat]": [["facilitator", ofCircle("/people/3"), /^Heron$/]],
  "(member)/settings/export": [
    ["author", () => "/settings/export", /^Take everything along$/],
    ["author", () => "/settings/export?later=1", /^Take everything along$/, null, "several times just now"],
  ],
  "(member)/settings/blocked": [
    ["blocker", () => "/settings/blocked", /^Whom you blocked$/],
    ["blocked", () => "/settings/blocked", /^Whom you blocked$/],
  ],
  "(member)/report/[about]/[circleId]/[thing]": [
    [
      "author",
      ({ circle, post }) => `/report/post/${circle.id}/${post.id}`,
      /^Tell the moderators$/,
      null,
      "Block Juniper, too",
    ],
    [
      "member",
      ({ circle, safety }) => `/report/post/${circle.id}/${safety.post.id}`,
      /^Tell the moderators$/,
      null,
      "You reported this already",
    ],
    [
      "author",
      ({ circle, member }) => `/report/person/${circle.id}/${personMark(circle.id, member.id)}`,
      /^Tell the moderators$/,
    ],
    ["author", ({ circle }) => `/report/circle/${circle.id}/${circle.id}`, /^Tell the moderators$/],
  ],
  "(member)/decisions": [
    ["author", () => "/decisions", /^From the moderators$/],
    ["outsider", () => "/decisions?reported=1", /^From the moderators$/],
  ],
  "(member)/decisions/[letterId]": [
    ["author", ({ safety }) => `/decisions/${safety.letters.author}`, /^A word of warning$/],
    ["member", ({ safety }) => `/decisions/${safety.letters.member}`, /^An answer about a post/],
  ],
  "(member)/suspended": [["resting", () => "/suspended", /^Your account rests$/]],
  "(member)/moderation": [["moderator", () => "/moderation", /^Moderation$/]],
  "(member)/moderation/[reportId]": [
    ["moderator", ({ safety }) => `/moderation/${safety.waiting.id}`, /^It hurts or threatens somebody$/],
    [
      "moderator",
      ({ safety }) => `/moderation/${safety.decided.id}`,
      /^It hurts or threatens somebody$/,
      null,
      "They ask that another moderator looks at it",
    ],
  ],
  "(member)/circles/[circleId]/posts/[postId]": [
    ["author", (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}`, /^Shared by Juniper$/],
  ],
  "(member)/circles/[circleId]/posts/[postId]/replies/[replyId]": [
    [
      "author",
      (seen) => `${ofCircle()(seen)}/posts/${seen.post.id}/replies/${seen.reply.id}`,
      /^Change your reply$/,
    ],
  ],
  "(member)/setbacks": [
    ["author", ({ deletedSetback }) => `/setbacks?deleted=${deletedSetback.id}`, /^Setbacks$/],
    ["former", () => "/setbacks", /^Setbacks$/],
    ["author", () => "/setbacks?q=kingfisher", /^Setbacks$/],
    ["author", () => "/setbacks?q=explained", /^Setbacks$/],
  ],
  "(member)/setbacks/new": [["author", () => "/setbacks/new", /^Log a setback$/]],
  "(member)/setbacks/[id]": [
    // With every stage open; on the day of another one, where some of them wait; on its own; let go.
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}`,
      /^Turned down after an interview$/,
      null,
      "Sort it",
    ],
    ["author", ({ setback }) => `/setbacks/${setback.id}`, /^Silence$/],
    ["author", ({ fresh }) => `/setbacks/${fresh.id}`, /^A setback$/],
    ["author", ({ letGo }) => `/setbacks/${letGo.id}`, /^A setback$/],
  ],
  "(member)/setbacks/[id]/edit": [["author", ({ setback }) => `/setbacks/${setback.id}/edit`, /^Edit$/]],
  "(member)/setbacks/[id]/let-go": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/let-go`, /^Close this silence$/],
  ],
  "(member)/setbacks/[id]/own-page": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/own-page`, /^A page to yourself$/],
  ],
  "(member)/setbacks/[id]/reframe": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/reframe`, /^Look at a thought$/],
  ],
  "(member)/setbacks/[id]/reframe/[reframeId]": [
    [
      "author",
      ({ setback, reframes }) => `/setbacks/${setback.id}/reframe/${reframes.begun.id}`,
      /^A thought, looked at again$/,
    ],
    [
      "author",
      ({ setback, reframes }) => `/setbacks/${setback.id}/reframe/${reframes.seen.id}`,
      /^A thought, looked at again$/,
    ],
  ],
  "(member)/setbacks/[id]/share": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/share?changed=1`, /^Share with a circle$/],
  ],
  "(member)/feedback/[id]/share": [
    ["author", ({ letters }) => `/feedback/${letters.answered.id}/share`, /^Share with a circle$/],
  ],
  "(member)/experiments/[id]/share": [
    ["member", ({ ended }) => `/experiments/${ended.id}/share?changed=1`, /^Share with a circle$/],
  ],
  "(member)/plans/[id]/share": [["author", ({ plan }) => `/plans/${plan.id}/share`, /^Share with a circle$/]],
  "(member)/learning/[learningPlanId]/share": [
    ["facilitator", ({ learning }) => `/learning/${learning.begun.id}/share`, /^Share with a circle$/],
  ],
  "(member)/setbacks/[id]/writing": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/writing?ended=1`, /^Guided writing$/],
    ["author", ({ unwritten }) => `/setbacks/${unwritten.id}/writing?deleted=1`, /^Guided writing$/],
  ],
  "(member)/setbacks/[id]/writing/[sessionId]": [
    ["author", ({ setback, writing }) => `/setbacks/${setback.id}/writing/${writing.id}`, /day, \d+ /],
    ["author", ({ setback, written }) => `/setbacks/${setback.id}/writing/${written.id}`, /day, \d+ /],
  ],
  "(member)/setbacks/[id]/exercise/[kind]": [
    ["author", ({ setback }) => `/setbacks/${setback.id}/exercise/kind_letter?deleted=1`, /^A kind letter$/],
    ["author", ({ setback }) => `/setbacks/${setback.id}/exercise/common_ground`, /^Others know this too$/],
    [
      "author",
      ({ setback, exercise }) => `/setbacks/${setback.id}/exercise/what_matters?kept=${exercise.id}`,
      /^What matters to you$/,
    ],
  ],
  "(member)/setbacks/[id]/learn": [
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}/learn?deleted=${learnt.out.id}`,
      /^Learn$/,
    ],
    ["facilitator", ({ learnt }) => `/setbacks/${learnt.closed.id}/learn`, /^Learn$/],
    // A setback was logged today: there is nothing yet; there is a lot, to read.
    ["author", ({ setback }) => `/setbacks/${setback.id}/learn`, /^Learn$/],
    ["author", ({ learntBefore }) => `/setbacks/${learntBefore.setback.id}/learn`, /^Learn$/],
  ],
  "(member)/setbacks/[id]/debrief": [
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.setback.id}/debrief`,
      /^Look back on the conversation$/,
    ],
    [
      "facilitator",
      ({ learnt }) => `/setbacks/${learnt.closed.id}/debrief`,
      /^Look back on the conversation$/,
    ],
    [
      "author",
      ({ learntBefore }) => `/setbacks/${learntBefore.setback.id}/debrief`,
      /^Look back on the conversation$/,
    ],
  ],
  "(member)/practice": [
    ["facilitator", ({ learnt }) => `/practice?deleted=${learnt.questionOut.id}`, /^Questions to practise$/],
    ["former", () => "/practice", /^Questions to practise$/],
  ],
  "(member)/goals": [
    ["author", ({ finished }) => `/goals?finished=${finished.id}`, /^Goals$/],
    ["former", () => "/goals", /^Goals$/],
  ],
  "(member)/goals/new": [["author", () => "/goals/new?preset=walk", /^Add a goal$/]],
  "(member)/goals/[goalId]": [
    ["author", ({ goal }) => `/goals/${goal.id}`, /^Applications$/],
    ["author", ({ finished }) => `/goals/${finished.id}`, /^Ask for feedback$/],
    ["author", ({ quiet }) => `/goals/${quiet.id}`, /^The handbook$/],
  ],
  "(member)/goals/[goalId]/share": [["author", ({ goal }) => `/goals/${goal.id}/share`, /^Share progress$/]],
  // A year with everything drawn, the day of a setback, and nothing written down yet.
  "(member)/patterns": [
    ["facilitator", () => "/patterns", /^Patterns$/],
    ["author", () => "/patterns", /^Patterns$/],
    ["former", () => "/patterns", /^Patterns$/],
  ],
  "(member)/week": [
    ["author", () => "/week", /^Your week$/],
    ["author", ({ planned }) => `/week?deleted=${planned.deleted.id}`, /^Your week$/],
    ["former", () => "/week", /^Your week$/],
    ["former", () => "/week?of=2026-01-05", /^Week of Monday/],
  ],
  "(member)/week/[stepId]": [
    ["author", ({ planned }) => `/week/${planned.open.id}`, /^A step of your week$/],
  ],
  "(member)/wishes": [
    ["author", ({ wishes }) => `/wishes?deleted=${wishes.deleted.id}`, /^Picture it, honestly$/],
    ["former", () => "/wishes", /^Picture it, honestly$/],
  ],
  "(member)/wishes/new": [["author", () => "/wishes/new", /^Picture it, honestly$/]],
  "(member)/wishes/[wishId]": [
    ["author", ({ wishes }) => `/wishes/${wishes.begun.id}`, /^What you pictured$/],
    ["author", ({ wishes }) => `/wishes/${wishes.whole.id}`, /^What you pictured$/],
  ],
  "(member)/wishes/[wishId]/[screen]": [
    ["author", ({ wishes }) => `/wishes/${wishes.begun.id}/outcome`, /^Picture it, honestly$/],
    ["author", ({ wishes }) => `/wishes/${wishes.whole.id}/plan`, /^Picture it, honestly$/],
  ],
  "(member)/learning": [
    ["facilitator", ({ learning }) => `/learning?deleted=${learning.deleted.id}`, /^Learning$/],
    ["former", () => "/learning", /^Learning$/],
  ],
  "(member)/learning/new": [
    ["facilitator", () => "/learning/new", /^Something to learn$/],
    ["author", () => "/learning/new", /^Something to learn$/],
  ],
  "(member)/learning/[learningPlanId]": [
    ["facilitator", ({ learning }) => `/learning/${learning.begun.id}`, /^Opening an interview$/],
    ["facilitator", ({ learning }) => `/learning/${learning.nearlyDone.id}`, /^A calmer voice$/],
    // On the day of a setback: what it says can be read and ticked, and changing it waits.
    [
      "author",
      ({ learning }) => `/learning/${learning.waiting.id}`,
      /^Opening an interview$/,
      null,
      "This can wait",
    ],
  ],
  "(member)/wins": [
    ["author", ({ win }) => `/wins?written=${win.id}`, /^Wins$/],
    ["former", () => "/wins", /^Wins$/],
  ],
  "(member)/wins/[winId]": [
    ["author", ({ win }) => `/wins/${win.id}?refused=too-large`, /^A win$/],
    [
      "author",
      ({ pictured }) => `/wins/${pictured.id}?picture=kept`,
      /^A win$/,
      null,
      "Take another picture",
    ],
  ],
  "(member)/wins/week/[monday]": [
    [
      "author",
      () => `/wins/week/${weekOf(new Date().toISOString().slice(0, 10))[0]}`,
      /^A look back on your week$/,
    ],
    ["former", () => "/wins/week/2026-01-05", /^A look back on your week$/],
  ],
  "(member)/wins/year/[year]": [
    [
      "author",
      () => `/wins/year/${new Date().getFullYear()}?chosen=1&part=days&part=wins&part=pictures&part=setbacks`,
      /^Your \d{4}$/,
    ],
  ],
  "(member)/wins/[winId]/share": [
    ["author", ({ win }) => `/wins/${win.id}/share`, /^Put a win in a circle$/],
  ],
  "(member)/feedback": [
    ["author", ({ deletedLetter }) => `/feedback?deleted=${deletedLetter.id}`, /^Feedback$/],
    ["former", () => "/feedback", /^Feedback$/],
  ],
  "(member)/feedback/new": [
    ["author", () => "/feedback/new", /^Ask for feedback$/],
    [
      "author",
      ({ setback, template }) => `/feedback/new?setback=${setback.id}&letter=${template.id}`,
      /^Ask for feedback$/,
    ],
  ],
  "(member)/feedback/[id]": [
    ["author", ({ letters }) => `/feedback/${letters.drafted.id}`, /^Feedback on your resume$/],
    ["author", ({ letters }) => `/feedback/${letters.asked.id}`, /^Feedback on your interview$/],
    ["author", ({ letters }) => `/feedback/${letters.answered.id}`, /^Feedback on your cover letter$/],
    ["author", ({ letters }) => `/feedback/${letters.silent.id}`, /^Feedback on your resume$/],
    [
      "author",
      ({ letters }) => `/feedback/${letters.unopened.id}`,
      /^Feedback on your resume$/,
      null,
      "This letter cannot be opened",
    ],
    // On any other day: room for a lesson, and an answer that becomes a reason, or may once it is tied.
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.asked.id}`,
      /^Feedback on your resume$/,
      null,
      "What I take from it",
    ],
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.tied.id}`,
      /^Feedback on your resume$/,
      null,
      "Note a reason from it",
    ],
    [
      "facilitator",
      ({ lateLetters }) => `/feedback/${lateLetters.untied.id}`,
      /^Feedback on your resume$/,
      null,
      "If this letter is about one of yours, tie it there",
    ],
    [
      "outsider",
      ({ lateLetters }) => `/feedback/${lateLetters.aboutNone.id}`,
      /^Feedback on your resume$/,
      null,
      "there is none of yours here",
    ],
  ],
  "(public)/worried": [["nobody", () => "/worried", /^Worried about someone in your circle\?$/]],
  "(public)/s/[code]": [
    ["nobody", ({ supported }) => `/s/${supported.link.code}`, /^What Heron shares with you$/],
    ["author", ({ supported }) => `/s/${supported.link.code}`, /^What Heron shares with you$/],
    ["nobody", ({ supported }) => `/s/${supported.ended.code}`, /^There is nothing here/],
  ],
  "(member)/supporters": [
    ["author", () => "/supporters", /^Supporters$/],
    ["former", () => "/supporters", /^Supporters$/],
  ],
  "(member)/supporters/new": [
    ["author", () => "/supporters/new", /^A link for a supporter$/],
    ["former", () => "/supporters/new?changed=1", /^A link for a supporter$/],
  ],
  "(member)/supporters/[linkId]": [
    ["author", ({ supported }) => `/supporters/${supported.link.id}`, /^Sam from the career centre$/],
    ["author", ({ supported }) => `/supporters/${supported.ended.id}`, /^Sam from the career centre$/],
  ],
  "(member)/jar": [
    ["author", ({ deletedPraise }) => `/jar?deleted=${deletedPraise.id}`, /^Evidence jar$/],
    ["former", () => "/jar", /^Evidence jar$/],
  ],
  "(member)/plans": [
    ["author", ({ plan }) => `/plans?kept=${plan.id}`, /^If-then plans$/],
    ["author", ({ deletedPlan }) => `/plans?deleted=${deletedPlan.id}`, /^If-then plans$/],
    ["former", () => "/plans", /^If-then plans$/],
  ],
  "(member)/plans/new": [
    ["author", () => "/plans/new?example=silence", /^Write a plan$/],
    ["former", () => "/plans/new?example=deflated", /^Write a plan$/],
  ],
  "(member)/plans/[id]": [["author", ({ plan }) => `/plans/${plan.id}?change=1`, /^Rehearse a plan$/]],
  "(member)/experiments": [
    ["member", ({ deletedExperiment }) => `/experiments?deleted=${deletedExperiment.id}`, /^Experiments$/],
    ["former", () => "/experiments", /^Experiments$/],
  ],
  "(member)/experiments/new": [
    // Two are running; nothing is; a setback was logged today.
    ["member", () => "/experiments/new", /^Begin an experiment$/],
    ["former", () => "/experiments/new", /^Begin an experiment$/],
    ["author", () => "/experiments/new", /^Begin an experiment$/],
  ],
  "(member)/experiments/[id]": [
    ["member", ({ running }) => `/experiments/${running.id}`, /^A two-line summary on top$/],
    ["member", ({ ended }) => `/experiments/${ended.id}`, /^No letter, only the form$/],
    ["member", ({ short }) => `/experiments/${short.id}`, /^Ask for a person by name$/],
    ["author", ({ waiting }) => `/experiments/${waiting.id}`, /^Write in the morning$/],
  ],
};

const test = base.extend<object, { seen: Seen }>({
  // Each worker seeds one world and looks at all of its pages in that.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to read here what a fixture needs.
  seen: [async ({}, use) => use(await aSeenWorld()), { scope: "worker" }],
});

// What axe reads stands in its findings; a trace of each look would take longer than the looking.
test.use({ trace: "off" });

test("the table names every page and no other", () => {
  const pages = globSync("app/**/page.tsx").map((file) =>
    file.replaceAll("\\", "/").slice("app/".length, -"/page.tsx".length),
  );
  expect(Object.keys(table).sort()).toEqual(pages.sort());
});

for (const [name, rows] of Object.entries(table)) {
  for (const [at, [who, path, heading, before, shows]] of rows.entries()) {
    test(`${name}, ${at + 1}, seen by ${who}: ${heading.source}`, async ({ seen, someone, signedIn }) => {
      const page = who === "nobody" ? await someone() : (await signedIn(seen[who])).page;
      await before?.(page, seen);
      await page.goto(path(seen));
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(page).toHaveTitle(/^(\S.* · Onward|Onward, a calm place .*)$/);
      await page.locator("details").evaluateAll((folds: HTMLDetailsElement[]) => {
        for (const fold of folds) fold.open = true;
      });
      if (shows) await expect(page.getByText(shows).first()).toBeVisible();
      await expectAccessible(page);
    });
  }
}

test("a form that was not taken is as easy to read as before", async ({ someone }) => {
  const page = await someone();
  await page.goto("/join");
  await page.getByRole("button", { name: "Join Onward" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expectAccessible(page);
});

test("what a circle will see is as easy to read as the rest", async ({ seen, signedIn }) => {
  const { page } = await signedIn(seen.author);
  await page.goto(`/setbacks/${seen.setback.id}/share`);
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toBeVisible();
  await expectAccessible(page);
});

test("what a circle will see of an experiment is as easy to read", async ({ seen, signedIn }) => {
  const { page } = await signedIn(seen.member);
  await page.goto(`/experiments/${seen.ended.id}/share`);
  await page.getByRole("checkbox", { name: /^What I try out/ }).check();
  await page.getByRole("button", { name: "See what they will see" }).click();
  await expect(page.getByRole("article")).toContainText("What I try out: No letter, only the form");
  await expectAccessible(page);
});

test("a page that is not there is as easy to read as one that is", async ({ seen, someone, signedIn }) => {
  const outside = await someone();
  await outside.goto("/nowhere");
  await expectAccessible(outside);
  const { page: inside } = await signedIn(seen.author);
  await inside.goto(`/circles/${freshId()}`);
  await expect(inside.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expectAccessible(inside);
});

/** Everything that somebody comes upon who looks for a circle. Nobody else here speaks what they speak. */
async function findingCircles({ circle, facilitator, cofacilitator, outsider, former, removed }: World) {
  const alone = { languages: ["한국어"], hours: ["2-evening", "4-morning"] };
  await aWait(outsider, alone);
  await aWait(cofacilitator, { ...alone, silentAt: new Date() });
  for (const member of [former, removed]) await aWait(member, alone);
  const others = await Promise.all(["Finch", "Robin", "Siskin"].map((name) => aMember({ name })));
  await aProposal([former, ...others]);
  await aProposal([removed, ...(await Promise.all([1, 2, 3].map(() => aMember())))], {
    acceptedAt: new Date(),
    alias: "Tern",
  });
  await aListing(facilitator, circle);
  await aSeatAsk(former, circle);
}

/** A world in which a lot has happened lately: a circle with every kind of post, and an author with a past. */
async function aSeenWorld() {
  const world = await aWorld();
  const { facilitator, cofacilitator, author, member, circle } = world;
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await asSystem(async (db) => {
    const [userId, device] = [author.id, "Safari on iPhone"];
    await db.session.create({ data: { id: freshId(), userId, device, expiresAt: daysAgo(-1) } });
    await db.securityEvent.createMany({
      data: Array.from({ length: 60 }, () => ({ userId, id: freshId(), kind: "signed in", device })),
    });
  });
  await findingCircles(world);
  await aPost(author, circle, { body: "Is anybody there?", need: "both", createdAt: daysAgo(3) });
  await aPost(member, circle, { kind: "win", need: null, body: "I asked them for feedback." });
  await aPost(cofacilitator, circle, { kind: "progress", need: null, body: "Showed up on 4 of 7 days." });
  await aNudge(author, await aPost(member, circle, { kind: "progress", need: null, body: "A quiet week." }));
  await anAdviceOffer(author);
  const gone = await aPost(member, circle, { body: "", takenBackAt: new Date() });
  await aReply(author, gone, { body: "Not at all." });
  const post = await aPost(facilitator, circle, {
    kind: "setback",
    need: "ideas",
    body: "They went with someone internal. I read https://example.org/a-rather-long-address-that-nobody-can-break/anywhere-at-all",
    details: ["Turned down after the final round", "At a company in logistics"],
  });
  await aReply(member, post);
  const reply = await aReply(author, post, { body: "I sat in the car too." });
  await anEncouragement(author, post);
  await anEncouragement(member, post, "been_there");

  const daysBack = (days: number) => daysAgo(days).toISOString().slice(0, 10);
  await aCheckIn(facilitator, circle, {
    word: "mixed",
    line: "Slow start, then two good talks.",
    need: "both",
  });
  await aCheckIn(member, circle, { word: "resting" });
  await aCommitment(facilitator, circle, { outcome: "kept", words: "Write to two people by Friday" });
  await aCommitment(facilitator, circle, { outcome: "partly", reason: "One did not pick up." });
  await aCommitment(facilitator, circle, { byDay: daysBack(-1) });
  await aCommitment(member, circle);
  await aCommitment(author, circle, { week: daysBack(7), words: "Call 4 agencies" });
  await anAddress(facilitator);

  const setback = await aSetback(author, {
    happened: "Four weeks, and not a word.\n\nI keep opening the inbox.",
    kind: "silence",
    company: "Kestrel Freight",
    role: "Dispatcher",
    industry: "Logistics",
    stage: "second interview",
    source: "a friend",
    feelings: { deflated: 7, hopeful: 2 },
    // Its own first day is over. It is that of `fresh`, so what asks for reasons waits here, too: the facilitator, to
    // whom nothing happened today, is shown the stages open.
    createdAt: daysAgo(3),
  });
  const fresh = await aSetback(author, { happened: "No, by mail." });
  const letGo = await aSetback(author, { happened: "Long ago.", closedAt: daysAgo(1) });
  const reframes = {
    begun: await aReframe(author, setback, { feelings: { deflated: { before: 7 }, hopeful: { before: 2 } } }),
    seen: await aReframe(author, setback, {
      thought: "Nobody will ever hire me.",
      fairer: "One bakery did not answer.",
      feelings: { deflated: { before: 7, after: 4 }, hopeful: { before: 2, after: 2 } },
    }),
  };
  const deletedSetback = await aSetback(author, { deletedAt: new Date() });
  const writing = await aWritingSession(author, setback, { runningFrom: new Date() });
  const written = await aWritingSession(author, setback, { day: "2026-11-01", endedAt: new Date() });
  const unwritten = await aSetback(author, { happened: "They chose somebody else." });
  const exercise = await anExercise(author, setback, "what_matters", {
    dear: ["Fairness", "Nature"],
    lived: ["I helped a neighbour."],
  });
  const goal = await aGoal(author, { title: "Applications", times: 2 });
  await anEffort(author, goal);
  await aGoal(author, { title: "A walk outside", category: "routine", rhythm: "week", times: 4 });
  const finished = await aGoal(author, {
    title: "Ask for feedback",
    category: "people",
    rhythm: "finish_line",
    times: 5,
    finishedAt: new Date(),
  });
  // Done once, so it asks what helped; one around which it was quiet, with rest ahead; and one that was put away.
  await anEffort(author, finished);
  const quiet = await aGoal(author, {
    title: "The handbook",
    category: "skills",
    rhythm: "weekdays",
    weekdays: [2, 4],
    times: 20,
    unit: "pages",
    usual: 20,
    createdAt: new Date(Date.now() - 40 * 86_400_000),
  });
  await aRest(author, quiet, "2199-01-01");
  await aGoal(author, { title: "Letters", archivedAt: new Date() });
  await aYear(facilitator, 40);
  const learning = {
    begun: await aLearningPlan(facilitator, {
      doneSteps: [0],
      goalId: (await aGoal(facilitator, { title: "Opening an interview", category: "skills" })).id,
    }),
    nearlyDone: await aLearningPlan(facilitator, { skill: "A calmer voice", doneSteps: [0, 1] }),
    deleted: await aLearningPlan(facilitator, { deletedAt: new Date() }),
    waiting: await aLearningPlan(author, { doneSteps: [0] }),
  };
  const win = await aWin(author);
  const pictured = await aWin(author, "A desk of my own again.");
  await aWinPicture(author, pictured);
  const plan = await aPlan(author, {
    stage: "second interview",
    step: "be positive",
    rehearsedAt: daysAgo(1),
  });
  const deletedPlan = await aPlan(author, { deletedAt: daysAgo(1) });
  const endedOn = daysAgo(1).toISOString().slice(0, 10);
  const running = await anExperiment(member, { counted: [true, false] });
  await anExperiment(member, { change: "One call a day", untilDay: daysAgo(-20).toISOString().slice(0, 10) });
  const ended = await anExperiment(member, {
    change: "No letter, only the form",
    counted: Array.from({ length: 12 }, (_, at) => at < 3),
    endedOn,
  });
  const short = await anExperiment(member, {
    change: "Ask for a person by name",
    counted: [true],
    endedOn,
    verdict: "keep",
    lesson: "It took one call.",
  });
  const deletedExperiment = await anExperiment(member, { deletedAt: daysAgo(1) });
  const waiting = await anExperiment(author, { change: "Write in the morning", endedOn });
  const invitation = await anInvitation(facilitator, circle);
  const letters = {
    drafted: await aFeedbackRequest(author, { letter: "Hello {name},\n\nwhat about {role}?\n\n{me}" }),
    asked: await aFeedbackRequest(author, {
      artefact: "interview",
      name: "Ms Tern at Kestrel Freight",
      setbackId: setback.id,
      askedOn: "2026-11-01",
      followUpOn: "2026-11-08",
    }),
    answered: await aFeedbackRequest(author, {
      artefact: "cover_letter",
      askedOf: "peer",
      askedOn: "2026-11-01",
      answer: "I stopped reading in the second paragraph.\n\nIt does sound like you.",
      lesson: "Half as long.",
    }),
    silent: await aFeedbackRequest(author, { askedOn: "2026-11-01", silentOn: "2026-11-20" }),
    unopened: await aFeedbackRequest(author),
  };
  await asMember(author.id, (db) =>
    db.feedbackRequest.updateMany({
      where: { userId: author.id, id: letters.unopened.id },
      data: { letter: "Put here by hand." },
    }),
  );
  const deletedLetter = await aFeedbackRequest(author, { deletedAt: new Date() });
  const template = await aFeedbackTemplate(author);
  await aJarEntry(author, { origin: "my last team" });
  const deletedPraise = await aJarEntry(author, { deletedAt: new Date() });
  // Somebody who guards their account with everything there is.
  const careful = await aMember({ name: "Siskin" });
  await someCodes(careful);
  await aPasskey(careful);
  const links = {
    reset: await aMailedLink(member, "reset"),
    verify: await aMailedLink(world.unverified, "verify"),
    verified: await aMailedLink(author, "verify"),
    taken: await aMailedLink(await aMember({ email: author.email, verified: false }), "verify"),
    newAddress: await aMailedLink(author, "change_email", "juniper@example.org"),
    // As it looks once the address is theirs.
    changed: await aMailedLink(careful, "change_email", careful.email),
  };
  const meetings = await severalMeetings(world, careful);
  const link = await aSupporterLink(author, {
    allGoals: true,
    wins: true,
    setbacks: [{ ...setback, details: ["At a company in logistics", "hollow 7"] }],
  });
  await aSupporterNote(author, link);
  const supported = { link, ended: await aSupporterLink(author, { revokedAt: new Date() }) };
  const learnt = await somethingLearnt(facilitator);
  const learntBefore = await somethingLearnt(author);
  const answered = { askedOn: "2026-11-01", answer: "Very close. A summary on top would help." } as const;
  const lateLetters = {
    asked: await aFeedbackRequest(facilitator, { askedOn: "2026-11-01", followUpOn: "2026-11-08" }),
    tied: await aFeedbackRequest(facilitator, { ...answered, setbackId: learnt.setback.id }),
    untied: await aFeedbackRequest(facilitator, { ...answered, lesson: "A summary on top." }),
    aboutNone: await aFeedbackRequest(world.outsider, answered),
  };
  const setbacks = {
    setback,
    fresh,
    letGo,
    deletedSetback,
    unwritten,
    reframes,
    writing,
    written,
    exercise,
    learnt,
    learntBefore,
  };
  const experiments = { running, ended, short, deletedExperiment, waiting };
  const letterBox = { letters, lateLetters, deletedLetter, template, deletedPraise };
  const small = await smallCircles();
  const { wren, tern, linnet, robin } = small.people;
  const guarded = await aGuardedPlace(world);
  await someReminders(author, { eveningHour: 19, digestHour: 17 });
  await noMailbox(world.unverified);
  const stops = {
    digest: await anUnsubscribeCode(author, "digest"),
    evening: await anUnsubscribeCode(member, "evening"),
  };
  const rest = {
    ...guarded,
    stops,
    small,
    supported,
    wren,
    tern,
    linnet,
    robin,
    goal,
    finished,
    quiet,
    win,
    pictured,
    plan,
    deletedPlan,
    learning,
    ...(await aWeekAndWishes(author, goal)),
    ...experiments,
    ...letterBox,
  };
  return { ...world, careful, meetings, post, reply, ...setbacks, ...rest, invitation, links };
}

/** A week with something in it, one before it, and what somebody pictured. */
async function aWeekAndWishes(author: Member, goal: { id: string }) {
  const planned = {
    open: await aPlannedStep(author, { time: "18:00", minutes: 25, place: "The library" }),
    done: await aPlannedStep(author, { words: "Two applications", goalId: goal.id, doneAt: new Date() }),
    before: await aPlannedStep(author, {
      words: "Ring the bell",
      day: addDays(dayIn(author.timeZone, new Date()), -7),
    }),
    deleted: await aPlannedStep(author, { deletedAt: new Date() }),
  };
  const obstacle = "I open my phone first";
  const { id: planId } = await aPlan(author, { obstacle, step: "put it in the drawer" });
  const wishes = {
    begun: await aWish(author),
    whole: await aWish(author, { outcome: "Mornings without a knot", obstacle, planId }),
    deleted: await aWish(author, { deletedAt: new Date() }),
  };
  return { planned, wishes };
}

/** A circle's meetings: two that are over, one that is open in writing; and others in circles of their own. */
async function severalMeetings({ facilitator, author, member, circle }: World, careful: Member) {
  const ended = await aMeeting(facilitator, circle);
  const written = await aMeeting(facilitator, circle, { kind: "writing" });
  await aWrittenTurn(author, written);
  await aWrittenTurn(member, written, { step: "close", body: "Less alone." });
  const open = await aMeeting(facilitator, circle, { kind: "writing" });
  for (const one of [facilitator, author]) await aWrittenTurn(one, open, { body: "Two letters sent." });
  const others = [await aMember({ name: "Tern" }), await aMember({ name: "Sorrel" })];
  const link = { videoLink: "https://meet.example/lanterns" };
  const [talking, fresh] = [await aCircle(careful, others, link), await aCircle(careful, others)];
  const live = await aMeeting(careful, talking);
  await asMember(careful.id, (db) =>
    db.attendance.updateMany({
      where: { meetingId: live.id, memberId: careful.id },
      data: { scribedAt: new Date() },
    }),
  );
  const first = await aMeeting(careful, fresh, { agenda: "first" });
  return { ended, written, live, first, none: await aCircle(careful, others) };
}

/** Two small circles that are offered each other, in one of which somebody is quiet and somebody takes a break; and one that joined another. */
async function smallCircles() {
  const [wren, tern, linnet, robin, siskin] = await Promise.all(
    ["Wren", "Tern", "Linnet", "Robin", "Robin"].map((name) => aMember({ name })),
  );
  if (!wren || !tern || !linnet || !robin || !siskin) throw new Error("Five people were asked for.");
  const large = await aCircle(wren, [tern]);
  const little = await aCircle(linnet, [], { name: "Second wind" });
  await aMergeOffer(large, little, [linnet]);
  await aBreak(tern, large, "Back after Christmas");
  await daysPassIn([large], 1);
  await asSystem((db) =>
    db.membership.updateMany({ where: { userId: wren.id }, data: { askedAt: new Date() } }),
  );
  const [into, joined] = [await aCircle(siskin), await aCircle(robin, [], { name: "Second wind" })];
  const said = await aPost(robin, joined, { details: ["Turned down after the final round"] });
  await aReply(robin, said);
  const merge = await aMergeOffer(into, joined, [siskin, robin]);
  await asSystem((db) => db.$executeRaw`select app.go_on_with_merge(${merge.id}::uuid)`);
  return { large, little, joined, people: { wren, tern, linnet, robin } };
}

/** Two reports, one of them decided and appealed against; two moderators, and somebody whose account rests. */
async function aGuardedPlace({ author, member, circle }: World) {
  const [moderator, before, resting] = await Promise.all([
    aModerator(),
    aModerator(),
    aMember({ name: "Snipe" }),
  ]);
  await asSystem((db) =>
    db.user.updateMany({
      where: { id: resting.id },
      data: { suspendedUntil: new Date(Date.now() + 7 * 86_400_000) },
    }),
  );
  const post = await aPost(author, circle, { body: "It is all your fault." });
  const decided = await aReport(member, post, { reportedId: author.id });
  const decision = await aDecision(before, decided);
  const letters = { author: decision.letterOf(author), member: decision.letterOf(member) };
  await asMember(author.id, (db) =>
    db.appeal.createMany({
      data: { decisionId: decision.id, userId: author.id, words: sealForModerators("I meant it kindly.") },
    }),
  );
  const waiting = await aReport(member, await aPost(author, circle), { reportedId: author.id });
  return { moderator, resting, safety: { post, decided, waiting, letters } };
}

/** A setback of last week with reasons of every kind, a debrief and its questions; and one that was closed. */
async function somethingLearnt(author: Member) {
  const createdAt = new Date(Date.now() - 7 * 86_400_000);
  const setback = await aSetback(author, { kind: "after_interview", createdAt });
  const closed = await aSetback(author, { kind: "after_applying", createdAt, closedAt: new Date() });
  await aReason(author, setback);
  await aReason(author, setback, { words: "I had not read about their routes.", whose: "mine" });
  await aReason(author, setback, { words: "My answers ran long.", whose: "mine", saidBy: "employer" });
  await aReason(author, setback, { words: "The budget was cut.", whose: "theirs", saidBy: "employer" });
  await aReason(author, setback, { words: "Somebody knew somebody.", whose: "chance", saidBy: "unknown" });
  await aReason(author, setback, { words: "The train.", whose: "chance", letGoAt: new Date() });
  const out = await aReason(author, setback, { deletedAt: new Date() });
  await aDebrief(author, setback, { wentWell: "I asked a good question.", differently: "Slower." });
  await aPracticeQuestion(author, { setbackId: setback.id });
  await aPracticeQuestion(author, { question: "Why us?", practisedAt: new Date() });
  const questionOut = await aPracticeQuestion(author, { deletedAt: new Date() });
  return { setback, closed, out, questionOut };
}
