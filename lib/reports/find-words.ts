import "server-only";
import { sayWord } from "@/lib/check-ins/words";
import { dayOf } from "@/lib/dates";
import { AROUND, type Found, type Place, row, standing, wordsOf } from "@/lib/reports/found";
import { checkInThing, turnThing } from "@/lib/reports/thing-id";

/** How far back a check-in or a written turn is looked for: whoever reports one has it before them. */
const NEWEST = 400;

/** A post of somebody else's, with the replies under it. */
export async function findPost(place: Place, postId: string): Promise<Found | null> {
  const { viewer, circleId } = place;
  const post = await viewer.db.post.findFirst({
    where: { circleId, id: postId, ...standing },
    select: {
      ...row,
      details: true,
      replies: { where: standing, select: row, orderBy: { createdAt: "asc" }, take: AROUND },
    },
    relationLoadStrategy: "join",
  });
  if (!post?.authorId || post.authorId === viewer.id) return null;
  const { authorId, details, replies } = post;
  return wordsOf(place, "post", postId, { ...post, authorId }, { details, around: replies });
}

/** A reply of somebody else's, with its post and the other replies. */
export async function findReply(place: Place, replyId: string): Promise<Found | null> {
  const { viewer, circleId } = place;
  const reply = await viewer.db.reply.findFirst({
    where: { circleId, id: replyId, ...standing },
    select: { ...row, post: { select: row }, postId: true },
    relationLoadStrategy: "join",
  });
  if (!reply || reply.authorId === viewer.id) return null;
  const others = await viewer.db.reply.findMany({
    where: { circleId, postId: reply.postId, id: { not: replyId }, ...standing },
    select: row,
    orderBy: { createdAt: "desc" },
    take: AROUND,
  });
  return wordsOf(place, "reply", replyId, reply, { around: [reply.post, ...others.reverse()] });
}

/** What somebody else said of their week, with what they said they would do. */
export async function findCheckIn(place: Place, thing: string): Promise<Found | null> {
  const { viewer, circleId } = place;
  const checkIns = await viewer.db.checkIn.findMany({
    where: { circleId, authorId: { not: viewer.id } },
    select: { authorId: true, week: true, word: true, line: true, createdAt: true },
    orderBy: { week: "desc" },
    take: NEWEST,
  });
  const it = checkIns.find(({ authorId, week }) => checkInThing(circleId, authorId, dayOf(week)) === thing);
  if (!it) return null;
  const { authorId, week, word, line, createdAt } = it;
  const around = await viewer.db.commitment.findMany({
    where: { circleId, authorId, week },
    select: commitmentRow,
    take: AROUND,
  });
  return wordsOf(
    place,
    "check_in",
    thing,
    { authorId, createdAt, body: line ?? "" },
    { details: [sayWord[word].shown], around: around.map(ofCommitment) },
  );
}

const commitmentRow = { authorId: true, createdAt: true, words: true, reason: true } as const;

const ofCommitment = (said: { authorId: string; createdAt: Date; words: string; reason: string | null }) => ({
  authorId: said.authorId,
  createdAt: said.createdAt,
  body: [said.words, said.reason].filter(Boolean).join("\n\n"),
});

/** What somebody else said they would do. */
export async function findCommitment(place: Place, id: string): Promise<Found | null> {
  const { viewer, circleId } = place;
  const it = await viewer.db.commitment.findFirst({
    where: { circleId, id, authorId: { not: viewer.id } },
    select: commitmentRow,
  });
  return it && wordsOf(place, "commitment", id, ofCommitment(it));
}

/** What somebody else wrote in a meeting in writing, with what others wrote in the same step. */
export async function findTurn(place: Place, thing: string): Promise<Found | null> {
  const { viewer, circleId } = place;
  const turns = await viewer.db.writtenTurn.findMany({
    where: { circleId },
    select: { ...row, meetingId: true, step: true },
    orderBy: { createdAt: "desc" },
    take: NEWEST,
  });
  const it = turns.find(
    ({ authorId, meetingId, step }) => turnThing(circleId, authorId, meetingId, step) === thing,
  );
  if (!it || it.authorId === viewer.id) return null;
  const around = turns.filter(
    (turn) => turn.meetingId === it.meetingId && turn.step === it.step && turn !== it,
  );
  return wordsOf(place, "turn", thing, it, { around: around.slice(0, AROUND).reverse() });
}
