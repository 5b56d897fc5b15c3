import { weekAround } from "@/lib/check-ins/week";
import { addDays, type Day, dayIn, startOfDay } from "@/lib/dates";
import { asMember, asSystem, prisma } from "@/lib/db";
import { aCircle, aMember, type Member, PASSWORD } from "@/tests/factories";
import { aCheckIn, aCommitment } from "@/tests/factories-of-circles";
import { aFeedbackRequest, aJarEntry } from "@/tests/factories-of-feedback";
import { aGoal, anEffort, aWin } from "@/tests/factories-of-goals";
import { aDebrief, anExperiment, aPracticeQuestion, aReason } from "@/tests/factories-of-learning";
import { aFiring, aPlan } from "@/tests/factories-of-plans";
import { anEncouragement, aPost, aReply } from "@/tests/factories-of-posts";
import { aReframe, aSetback } from "@/tests/factories-of-setbacks";

/*
 * Three weeks in the life of two circles. Everyone is an alias from nature; every employer is made up by
 * its kind alone.
 */

const zone = "Europe/Berlin";
const now = new Date();
const today = dayIn(zone, now);
const ago = (days: number): Day => addDays(today, -days);

/** A moment some days ago. Today's are told as of the last hours, in their order, so that none lies ahead. */
function at(days: number, clock: string): Date {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const intoTheDay = hours * 60 + minutes;
  const moment = startOfDay(ago(days), zone).getTime() + intoTheDay * 60_000;
  return new Date(Math.min(moment, now.getTime() - 3_600_000 - (1440 - intoTheDay) * 5_000));
}

const names = ["Juniper", "Heron", "Wren", "Alder", "Marten", "Sorrel", "Tern", "Bracken", "Linnet"] as const;
const people = {} as Record<(typeof names)[number], Member>;
for (const name of names) {
  people[name] = await aMember({ name, email: `${name.toLowerCase()}@demo.example`, timeZone: zone });
}
const { Juniper, Heron, Wren, Alder, Marten, Sorrel, Tern, Bracken, Linnet } = people;

const lanterns = await aCircle(Juniper, [Heron, Wren, Alder, Marten], {
  name: "Thursday lanterns",
  purpose: "People between jobs in logistics. We read each other's news and keep each other company.",
  videoLink: "https://meet.example.org/thursday-lanterns",
});
const secondWind = await aCircle(Sorrel, [Tern, Bracken, Linnet, Juniper], {
  name: "Second wind",
  purpose: "Designers and developers on the second or third try.",
  meetingDay: 2,
  meetingTime: "12:30",
  pace: "twice",
  secondMeetingDay: 5,
  secondMeetingTime: "08:30",
});
await asSystem((db) =>
  db.membership.updateMany({
    where: { circleId: { in: [lanterns.id, secondWind.id] } },
    data: { joinedAt: at(21, "18:00"), agreedAt: at(21, "18:00"), heardAt: at(21, "18:00") },
  }),
);

// What happened to them, theirs alone.
const kestrel = await aSetback(Juniper, {
  happened:
    'I really thought this was it. Three rounds, the team laughed at my story about the pallet mix-up, and the manager said "talk soon". Then two lines of e-mail.\n\nI keep going back to the question about the budget. I answered too fast.',
  kind: "final_round",
  company: "Kestrel Freight",
  role: "Shift planner",
  industry: "logistics",
  stage: "third interview",
  source: "a former colleague",
  day: ago(5),
  createdAt: at(5, "20:30"),
  feelings: { deflated: 8, embarrassed: 5, tired: 6 },
});
await aSetback(Juniper, {
  happened: "No answer for four weeks. I wrote once more on Monday.",
  kind: "silence",
  industry: "retail",
  role: "Warehouse lead",
  day: ago(16),
  createdAt: at(16, "12:15"),
  feelings: { restless: 4 },
});
await aSetback(Heron, {
  happened:
    "They went with someone internal. Final round again. I sat in the car for a while before I could drive home.",
  kind: "final_round",
  company: "Kestrel Freight",
  industry: "logistics",
  day: ago(0),
  createdAt: at(0, "17:40"),
  feelings: { sad: 7, angry: 4 },
});
await aSetback(Tern, {
  happened: "Turned down after the take-home.",
  kind: "after_screening",
  day: ago(9),
  createdAt: at(9, "19:05"),
  feelings: { numb: 5 },
});

// What Juniper made of the first of them, a little each evening.
await aReframe(Juniper, kestrel, {
  thought: "I always fall apart as soon as it is about money.",
  fairer: "I answered one question too fast, at the end of a long day, and two rounds had gone well.",
  feelings: { deflated: { before: 8, after: 5 }, embarrassed: { before: 5, after: 2 } },
});
await aReason(Juniper, kestrel, { words: "I had not looked at their numbers before.", whose: "mine" });
await aReason(Juniper, kestrel, {
  words: "They had somebody inside whom they knew.",
  whose: "theirs",
  saidBy: "employer",
});
await aReason(Juniper, kestrel, { words: "It was the last hour of their week.", whose: "chance" });
await aDebrief(Juniper, kestrel, {
  wentWell: "The story about the pallet mix-up made them laugh.",
  differently: "I would take a breath before the question about the budget.",
});
await aPracticeQuestion(Juniper, {
  setbackId: kestrel.id,
  question: "How would you plan a shift with two people missing?",
});
await asMember(Juniper.id, (db) =>
  db.setback.updateMany({ where: { userId: Juniper.id, id: kestrel.id }, data: { phase: "learn" } }),
);
await aFeedbackRequest(Juniper, {
  artefact: "interview",
  name: "the planner who sat with us",
  setbackId: kestrel.id,
  askedOn: ago(2),
  followUpOn: ago(-5),
});
const call = await aPlan(Juniper, { step: "call my brother before I open my laptop" });
await asMember(Juniper.id, (db) =>
  db.ifThenPlan.updateMany({ where: { userId: Juniper.id, id: call.id }, data: { kind: "final_round" } }),
);
await aFiring(Juniper, call, kestrel);
await anExperiment(Juniper, {
  change: "A two-line summary on top of my resume",
  counted: [true, false, false, true],
});
await aJarEntry(Juniper, {
  words: "You were the one who stayed calm when the whole yard stood still.",
  origin: "my last team",
  day: ago(12),
});

// What they told their circles.
const welcome = await aPost(Juniper, lanterns, {
  kind: "ask",
  need: "both",
  body: "Glad you are all here. What would make Thursdays worth your hour?",
  createdAt: at(20, "18:40"),
});
await aReply(Wren, welcome, {
  body: "Hearing how others get through the week after a no.",
  createdAt: at(20, "19:05"),
});
await aReply(Alder, welcome, {
  body: "A short list at the end: one thing each, said out loud.",
  createdAt: at(20, "20:11"),
});
await aReply(Marten, welcome, {
  body: "Just a place where I do not have to be upbeat.",
  createdAt: at(19, "08:30"),
});
await anEncouragement(Heron, welcome, "with_you");

const fair = await aPost(Alder, lanterns, {
  kind: "progress",
  need: null,
  body: "Talked to four people at the fair in Leipzig. Two gave me their direct number, and I did not hide behind the leaflets once.",
  createdAt: at(13, "17:20"),
});
await anEncouragement(Juniper, fair, "glad");
await anEncouragement(Wren, fair, "glad");
await aReply(Heron, fair, {
  body: "Four! I managed one last year and then went for cake.",
  createdAt: at(13, "19:02"),
});

const summary = await aPost(Marten, lanterns, {
  kind: "ask",
  need: "ideas",
  body: "My resume opens with a job from 2014. What would you put first if you had moved from driving to planning? I am following https://www.example.org/resume-order for now.",
  createdAt: at(9, "10:15"),
});
await aReply(Juniper, summary, {
  body: "Two lines on top: what you plan, for how many trucks. The driving explains why you are good at it.",
  createdAt: at(9, "12:40"),
});
await aReply(Alder, summary, {
  body: "I would keep the driving. It is the part I would ask you about.",
  createdAt: at(8, "07:55"),
});

const juniperTold = await aPost(Juniper, lanterns, {
  kind: "setback",
  need: "listen",
  body: "Three rounds, they laughed at my story about the pallet mix-up, and then two lines of e-mail.",
  details: ["Turned down after the final round", "At a company in logistics", "deflated 8"],
  createdAt: at(4, "21:10"),
});
await anEncouragement(Heron, juniperTold, "with_you");
await anEncouragement(Alder, juniperTold, "been_there");
await aReply(Wren, juniperTold, {
  body: "You got to the third round with a story about a mistake. That takes some nerve, and they noticed it.",
  createdAt: at(4, "21:48"),
});

const asked = await aPost(Wren, lanterns, {
  kind: "win",
  need: null,
  body: "Asked for feedback for the first time, and got a real answer.",
  createdAt: at(1, "16:25"),
});
await anEncouragement(Juniper, asked, "glad");

const heronTold = await aPost(Heron, lanterns, {
  kind: "setback",
  need: "listen",
  body: "They went with someone internal, at a company in logistics. Final round again. I sat in the car for a while before I could drive home.",
  details: ["Turned down after the final round", "At a company in logistics"],
  createdAt: at(0, "18:05"),
});
await anEncouragement(Wren, heronTold, "with_you");
await aReply(Wren, heronTold, {
  body: "Final round twice in a month says something about you that the answer does not. I am glad you told us.",
  createdAt: at(0, "18:50"),
});

const portfolio = await aPost(Tern, secondWind, {
  kind: "setback",
  need: "both",
  body: "The take-home took me a weekend. The answer was a form letter.",
  details: ["Turned down after a screening"],
  createdAt: at(8, "13:15"),
});
await anEncouragement(Linnet, portfolio, "been_there");
await aReply(Sorrel, portfolio, {
  body: "A weekend is a lot to hand over. What part of it would you show me on Tuesday?",
  createdAt: at(8, "14:02"),
});
await aPost(Bracken, secondWind, {
  kind: "ask",
  need: "ideas",
  body: "Has anyone asked a recruiter how long the list really is? How did you put it?",
  createdAt: at(2, "09:30"),
});
await aPost(Linnet, secondWind, {
  kind: "win",
  need: null,
  body: "First interview since spring. It was kind and I was awake for it.",
  createdAt: at(1, "11:45"),
});

// Their week, and what they had said for the one before. Juniper, Heron and Marten are not there yet.
const before = addDays(weekAround(today, { meetingDay: 4 }).first, -7);
const lastWeek = { week: before, createdAt: at(8, "19:00") };
await aCheckIn(Juniper, lanterns, {
  ...lastWeek,
  word: "heavy",
  line: "Two lines of e-mail. I kept walking.",
});
await aCommitment(Juniper, lanterns, {
  ...lastWeek,
  words: "Write to two people from the fair by Thursday",
  outcome: "kept",
});
await aCommitment(Juniper, lanterns, { ...lastWeek, words: "Call 4 agencies" });
await aCheckIn(Wren, lanterns, { ...lastWeek, word: "slow" });
await aCommitment(Wren, lanterns, {
  ...lastWeek,
  words: "Ask for feedback once",
  outcome: "kept",
  reason: "They answered within an hour.",
});
await aCheckIn(Wren, lanterns, {
  word: "mixed",
  line: "Slow start, then two good talks.",
  need: "ideas",
  createdAt: at(0, "09:10"),
});
await aCommitment(Wren, lanterns, {
  words: "Send the letter that Alder read to two firms by Sunday",
  createdAt: at(0, "09:10"),
});
await aCheckIn(Alder, lanterns, { word: "resting", createdAt: at(0, "10:40") });

// What they keep doing. One mark a day, the oldest first, today last.
async function keep(member: Member, goal: Parameters<typeof aGoal>[1], marks: string): Promise<void> {
  const days = [...marks.replaceAll(" ", "")];
  const made = await aGoal(member, { ...goal, createdAt: at(days.length, "09:00") });
  for (const [index, mark] of days.entries()) {
    const day = days.length - 1 - index;
    if (mark === "x") await anEffort(member, made, ago(day), at(day, "12:00"));
  }
}
await keep(
  Juniper,
  { title: "Applications", category: "applications", rhythm: "day", times: 1 },
  ".xx.x.. xxx..x. xx.xxx.",
);
await keep(
  Juniper,
  { title: "New contacts", category: "people", rhythm: "week", times: 1 },
  "...x... ....x.. ...x...",
);
await keep(
  Juniper,
  { title: "A walk outside", category: "routine", rhythm: "week", times: 4 },
  "x.x.x.x .xx.x.x x.xx.x.",
);
await keep(
  Heron,
  { title: "Applications", category: "applications", rhythm: "week", times: 3 },
  "..x.x.x x...x.. x.x....",
);
await keep(
  Heron,
  { title: "Swim", category: "routine", rhythm: "week", times: 2 },
  ".x...x. ....x.. .x..x..",
);
await keep(
  Wren,
  { title: "One application", category: "applications", rhythm: "day", times: 1 },
  "xx..xx. x.xxx.. x.x.xx.",
);

await aWin(Juniper, "The recruiter said my cover letter was the clearest of the week.", ago(11));
await aWin(Juniper, "Called the number from the fair although my hands shook.", ago(3));
await aWin(Wren, "Asked for feedback for the first time, and got a real answer.", ago(1));

await prisma().$disconnect();

console.log(`Sign in as one of these. The password of each is "${PASSWORD}".
  juniper@demo.example   holds Thursday lanterns, sits in Second wind, has goals, wins and two setbacks
  heron@demo.example     was turned down today and told Thursday lanterns
  wren@demo.example      answers most often
  sorrel@demo.example    holds Second wind, where one post still waits for an answer`);
