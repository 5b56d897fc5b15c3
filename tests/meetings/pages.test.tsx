import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import MeetingPage from "@/app/(member)/circles/[circleId]/meeting/page";
import NotesPage from "@/app/(member)/circles/[circleId]/meetings/[meetingId]/notes/page";
import PastPage from "@/app/(member)/circles/[circleId]/meetings/[meetingId]/page";
import CirclePage from "@/app/(member)/circles/[circleId]/page";
import CirclesPage from "@/app/(member)/circles/page";
import { lookAtNotes } from "@/lib/meeting-notes/actions";
import { comeToMeeting, giveTurnOn, sayCommitment, stepMeeting } from "@/lib/meetings/actions";
import type { Member } from "../factories";
import { aCommitment, aMeeting, aWrittenTurn } from "../factories-of-circles";
import { aDraft } from "../factories-of-drafts";
import { keepApart } from "../keep-apart";
import { as, submit, visit } from "../people";
import { five, fiveMeeting, hoursPass, liveFor, pressOn } from "./steps";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => {} }),
}));

type Open = { circleId: string; id: string };
const wordsOf = (answer: { shown: ReactElement } | { went: string } | { notFound: true }) => {
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown)
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, " ");
};
const searchParams = Promise.resolve({});
const room = async (member: Member, circleId: string) =>
  wordsOf(await visit(member, () => MeetingPage({ params: Promise.resolve({ circleId }), searchParams })));
const circlePage = async (member: Member, circleId: string) =>
  wordsOf(await visit(member, () => CirclePage({ params: Promise.resolve({ circleId }), searchParams })));
const onMeeting = ({ circleId, id: meetingId }: Open) => ({
  params: Promise.resolve({ circleId, meetingId }),
  searchParams,
});
const past = async (member: Member, meeting: Open) =>
  wordsOf(await visit(member, () => PastPage(onMeeting(meeting))));

test("the circle's page leads to its meeting, and says when one is open", async () => {
  const { juniper, heron, circle } = await five();
  expect(await circlePage(heron, circle.id)).not.toContain("Join in");
  await aMeeting(juniper, circle);
  expect(await circlePage(heron, circle.id)).toContain("Your circle is meeting. Join in");
});

test("each step has its words, what to press for whoever holds it, and the clock", async () => {
  const { juniper, heron, meeting } = await fiveMeeting();
  const next = async () => submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "next" });
  const { steps } = await liveFor(juniper, meeting);
  for (const [at, step] of steps.entries()) {
    const [holds, follows] = [await room(juniper, meeting.circleId), await room(heron, meeting.circleId)];
    for (const page of [holds, follows]) {
      expect(page).toContain(`Step ${at + 1} of 5 ${step.title}`);
      expect(page).toMatch(/\d+:\d\d left/);
      expect(page.includes("'s turn") || page.includes("It is your turn")).toBe(step.isRound);
    }
    expect(holds).toContain(at < 4 ? `Go on: ${steps[at + 1]?.title}` : "End the meeting");
    expect(holds).toContain("One more minute");
    expect(follows).toContain("Juniper holds this meeting.");
    expect(follows).toContain("I'll hold it");
    expect(follows).not.toContain("One more minute");
    await next();
  }
});

test("a meeting that ended says what each will do; its notes are shown to their writer first", async () => {
  const { juniper, heron, wren, tern, meeting, circle } = await fiveMeeting();
  const named = { circleId: circle.id, meetingId: meeting.id };
  await submit(heron, sayCommitment, { ...named, words: "Write to two people by Thursday" });
  expect(await room(wren, circle.id)).not.toContain("Write to two people");
  await submit(wren, comeToMeeting, { ...named, as: "scribe" });
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  expect(await room(juniper, circle.id)).toContain("Your meeting has ended");
  const page = await past(juniper, meeting);
  // Heron said what he will do and Wren took the notes; Alder and Tern were expected, and never came.
  expect(page).toContain("You, Heron and Wren were there.");
  expect(page).toContain("Heron : Write to two people by Thursday");
  expect(page).toContain("No notes were shared.");

  await submit(wren, lookAtNotes, { ...named, body: "We spoke about pauses." });
  const preview = wordsOf(await visit(wren, () => NotesPage(onMeeting(meeting))));
  expect(preview).toContain("We spoke about pauses.");
  expect(preview).toContain("Share with the circle");
  expect(await visit(tern, () => NotesPage(onMeeting(meeting)))).toEqual({ notFound: true });
});

test("a meeting in writing shows who has written, and after two days takes no more", async () => {
  const { juniper, heron, circle, meeting } = await fiveMeeting({ kind: "writing" });
  expect(await room(heron, circle.id)).toContain("Nobody has written yet");
  await aWrittenTurn(heron, meeting, { body: "A slow week." });
  const open = await room(juniper, circle.id);
  expect(open).toContain("Heron has written");
  expect(open).toContain("A slow week.");
  // What each will do is said as in a live meeting: as a commitment.
  expect(open.match(/Say it to my circle/g)).toHaveLength(4);
  expect(open).toContain("What I will do this week");
  expect(open).toContain("Your week in a word");
  await hoursPass(meeting, 49);
  expect(await room(juniper, circle.id)).toContain("Earlier meetings");
  const over = await past(juniper, meeting);
  expect(over).toContain("A slow week.");
  expect(over).not.toContain("Say it to my circle");
  expect(over).toContain("Sum it up for the circle");
});

test("without scripts a meeting in writing has one box at a time, so that sending one empties no other", async () => {
  const { heron, circle } = await fiveMeeting({ kind: "writing" });
  const boxes = async (write?: string) => {
    const props = {
      params: Promise.resolve({ circleId: circle.id }),
      searchParams: Promise.resolve(write ? { write } : {}),
    };
    const answer = await visit(heron, () => MeetingPage(props));
    if (!("shown" in answer)) throw new Error("The page was not shown.");
    const html = renderToStaticMarkup(answer.shown as ReactElement);
    return {
      hidden: html.split('<div class="noscript:hidden">').length - 1,
      links: [...html.matchAll(/meeting\?write=(\w+)"/g)].map(([, step]) => step),
    };
  };
  expect(await boxes()).toEqual({ hidden: 4, links: ["exercise", "hot_seat", "commitments", "close"] });
  expect(await boxes("hot_seat")).toEqual({
    hidden: 4,
    links: ["check_in", "exercise", "commitments", "close"],
  });
});

test("whoever shares nothing with somebody finds neither their name nor their words on a meeting's pages", async () => {
  const { juniper, heron, circle } = await five();
  const written = await aMeeting(juniper, circle, { kind: "writing" });
  await aWrittenTurn(juniper, written, { body: "A heavy week." });
  await keepApart(juniper, heron);
  for (const page of [await room(heron, circle.id), await past(heron, written)]) {
    expect(page).not.toContain("A heavy week.");
    expect(page).not.toMatch(/Juniper (has|holds)/);
  }
  await aMeeting(juniper, circle);
  const live = await room(heron, circle.id);
  expect(live).toContain("Wren holds this meeting.");
  expect(live).not.toMatch(/Juniper|Somebody else/);
});

test("the circle's page and the list of circles say that it meets when a meeting is open, and only then", async () => {
  const { juniper, heron, circle } = await five();
  // By the clock it would be going on just now.
  const now = new Date();
  await as(juniper, (viewer) =>
    viewer.db.circle.updateMany({
      where: { id: circle.id },
      data: {
        timeZone: "UTC",
        meetingDay: now.getUTCDay() || 7,
        meetingTime: now.toISOString().slice(11, 16),
      },
    }),
  );
  const list = async () => wordsOf(await visit(heron, () => CirclesPage({ searchParams } as never)));
  const before = await circlePage(heron, circle.id);
  expect(before).not.toContain("You are meeting");
  expect(before).not.toContain("in writing, below");
  expect(before).toContain("Open the meeting");
  expect(await list()).not.toContain("Meeting now.");
  await aMeeting(juniper, circle);
  expect(await circlePage(heron, circle.id)).toContain("You are meeting now");
  expect(await list()).toContain("Meeting now.");
  await aMeeting(juniper, circle, { kind: "writing" });
  expect(await circlePage(heron, circle.id)).toContain("You are meeting in writing");
});

test("a commitment that was half typed as the meeting ended is offered to its author, and to nobody else", async () => {
  const { juniper, heron, wren, meeting, circle } = await fiveMeeting();
  await aDraft(heron, `meeting-commitment:${meeting.id}`, { words: ["Ask Ruth for a coffee on Tuesday"] });
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  expect(await room(heron, circle.id)).toContain("What you were typing is kept.");
  expect(await past(heron, meeting)).toContain("What you were about to say");
  const html = await visit(heron, () => PastPage(onMeeting(meeting)));
  expect("shown" in html && renderToStaticMarkup(html.shown)).toContain("Ask Ruth for a coffee on Tuesday");
  expect(await past(wren, meeting)).not.toContain("about to say");
  expect(await room(wren, circle.id)).not.toContain("What you were typing");
});

test("what was not sent as a meeting in writing closed is shown to its author", async () => {
  const { heron, wren, meeting } = await fiveMeeting({ kind: "writing" });
  await aDraft(heron, `turn-hot-seat:${meeting.id}`, { body: ["How do I ask for a reference?"] });
  await hoursPass(meeting, 49);
  expect(await past(heron, meeting)).toContain("How do I ask for a reference?");
  expect(await past(wren, meeting)).not.toContain("reference");
});

test("whoever began the notes keeps their box when somebody else writes them, and finds them at the end", async () => {
  const { juniper, heron, wren, meeting, circle } = await fiveMeeting();
  const named = { circleId: circle.id, meetingId: meeting.id };
  await submit(heron, comeToMeeting, { ...named, as: "scribe" });
  await aDraft(heron, `meeting-notes:${meeting.id}`, { body: ["Alder found a course."] });
  await submit(wren, comeToMeeting, { ...named, as: "scribe" });
  const page = await room(heron, circle.id);
  expect(page).toContain("Wren writes the notes now. What you wrote stays here and is yours alone.");
  expect(page).toContain("Alder found a course.");
  expect(await room(juniper, circle.id)).toContain(
    "Wren writes the notes. You see them when they are shared.",
  );
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  expect(await past(heron, meeting)).toContain("Your notes are kept, and yours alone until you share them.");
  expect(await past(juniper, meeting)).toContain("No notes were shared.");
});

test("where commitments are said, those of the check-in stand beside, with the way to leave one out", async () => {
  const { juniper, heron, wren, circle } = await five();
  await aCommitment(heron, circle, { words: "Rest on Sunday" });
  const meeting = await aMeeting(juniper, circle);
  for (const _ of [1, 2, 3])
    await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "next" });
  const page = await room(heron, circle.id);
  expect(page).toContain("You said in your check-in already: Rest on Sunday");
  expect(page).toContain("Change one, or leave one out");
  expect(await room(wren, circle.id)).not.toContain("leave one out");
  // What is said while they meet is among what was said there, and not beside it a second time.
  await aCommitment(heron, circle, { words: "Call the harbour office" });
  const after = await room(heron, circle.id);
  expect(after.match(/Call the harbour office/g)).toHaveLength(1);
  expect(after).toContain("You said in your check-in already: Rest on Sunday");
  expect(await room(wren, circle.id)).toContain("Call the harbour office");
  expect(await room(wren, circle.id)).not.toContain("Rest on Sunday");
});

test("whoever asked for a live meeting reads which one is open, and how to change it", async () => {
  const { juniper, circle } = await fiveMeeting({ kind: "writing" });
  const asked = Promise.resolve({ asked: "live" });
  const page = wordsOf(
    await visit(juniper, () =>
      MeetingPage({ params: Promise.resolve({ circleId: circle.id }), searchParams: asked }),
    ),
  );
  expect(page).toContain("A meeting was open already");
  expect(page).toContain("Meet live instead");
});

test("only who came is said to have been there", async () => {
  const { juniper, heron, wren, alder, meeting, circle } = await fiveMeeting();
  const named = { circleId: circle.id, meetingId: meeting.id };
  // Heron passes; Wren was marked away, and comes back.
  await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "spoken" });
  await submit(heron, giveTurnOn, { ...(await pressOn(heron, meeting)), how: "passed" });
  await submit(juniper, giveTurnOn, { ...(await pressOn(juniper, meeting)), how: "away" });
  await submit(wren, comeToMeeting, { ...named, as: "here" });
  await submit(juniper, stepMeeting, { ...(await pressOn(juniper, meeting)), to: "end" });
  expect(await past(alder, meeting)).toContain("Juniper, Heron and Wren were there.");
});
