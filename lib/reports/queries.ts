import "server-only";
import { isSeat } from "@/lib/circles/rules";
import type { ReportAbout } from "@/lib/generated/enums";
import { isId } from "@/lib/ids";
import { withSomebodyHolding } from "@/lib/memberships/rules";
import type { Reportable } from "@/lib/reports/schema";
import type { Snapshot } from "@/lib/reports/snapshot";
import type { Viewer } from "@/lib/viewer";

/** How much of what stands around something is kept with it. */
const AROUND = 12;

type Found = {
  about: ReportAbout;
  thingId: string;
  reportedId: string | null;
  circleId: string | null;
  /** The alias of whoever it is about, where they can be blocked along with it. */
  alias: string | null;
  snapshot: Snapshot;
};

/** Something that the viewer can report, with what is kept of it; null for what they do not see, and for their own. */
export async function findReportable(
  viewer: Viewer,
  about: Reportable,
  circleId: string,
  thing: string,
): Promise<Found | null> {
  if (about === "blocked") return findBlocked(viewer, thing);
  if (!isId(circleId) || (about !== "person" && !isId(thing))) return null;
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      name: true,
      purpose: true,
      agreements: true,
      videoLink: true,
      memberships: {
        select: { userId: true, alias: true, role: true, seat: true, joinedAt: true, leftAt: true },
      },
    },
    relationLoadStrategy: "join",
  });
  if (!circle) return null;
  const place: Place = { viewer, circleId, ...circle };
  if (about === "circle") return thing === circleId ? ofCircle(place) : null;
  if (about === "person") return ofPerson(place, Number(thing));
  return about === "post" ? ofPost(place, thing) : ofReply(place, thing);
}

type Person = {
  userId: string;
  alias: string;
  role: "facilitator" | "cofacilitator" | "member";
  seat: number | null;
  joinedAt: Date;
  leftAt: Date | null;
};
type Place = {
  viewer: Viewer;
  circleId: string;
  name: string;
  purpose: string;
  agreements: string;
  videoLink: string | null;
  memberships: Person[];
};
type Row = { authorId: string | null; createdAt: Date; body: string };

const aliasIn = ({ memberships }: Place, userId: string | null): string =>
  memberships.find((person) => person.userId === userId)?.alias ?? "Somebody who left";

const sayRow = (place: Place, { authorId, createdAt, body }: Row) => ({
  alias: aliasIn(place, authorId),
  at: createdAt.toISOString(),
  body,
});

const row = { authorId: true, createdAt: true, body: true } as const;
const standing = { takenBackAt: null } as const;

function ofCircle(place: Place): Found {
  const { viewer, circleId, name, purpose, agreements, videoLink, memberships } = place;
  const here = memberships.filter((person) => person.leftAt === null);
  const holder = withSomebodyHolding(here, (person) => person.userId === viewer.id).find(
    (person) => person.role === "facilitator",
  );
  return {
    about: "circle",
    thingId: circleId,
    // Whoever holds it answers for what it says about itself; nobody reports themselves.
    reportedId: holder && holder.userId !== viewer.id ? holder.userId : null,
    circleId,
    alias: null,
    snapshot: {
      circle: name,
      alias: name,
      body: [purpose, agreements, videoLink].filter(Boolean).join("\n\n"),
      details: [],
      at: null,
      around: [],
    },
  };
}

async function ofPerson(place: Place, seat: number): Promise<Found | null> {
  const { viewer, circleId, name, memberships } = place;
  const person = isSeat(seat) && memberships.find((one) => one.seat === seat && one.leftAt === null);
  if (!person || person.userId === viewer.id) return null;
  const said = await viewer.db.post.findMany({
    where: { circleId, authorId: person.userId, ...standing },
    select: row,
    orderBy: { createdAt: "desc" },
    take: 3,
  });
  return {
    about: "alias",
    thingId: person.userId,
    reportedId: person.userId,
    circleId,
    alias: person.alias,
    snapshot: {
      circle: name,
      alias: person.alias,
      body: "",
      details: [],
      at: null,
      around: said.map((one) => sayRow(place, one)),
    },
  };
}

async function ofPost(place: Place, postId: string): Promise<Found | null> {
  const { viewer, circleId, name } = place;
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
  const { alias, at, body } = sayRow(place, post);
  return {
    about: "post",
    thingId: postId,
    reportedId: post.authorId,
    circleId,
    alias,
    snapshot: {
      circle: name,
      alias,
      body,
      details: post.details,
      at,
      around: post.replies.map((reply) => sayRow(place, reply)),
    },
  };
}

async function ofReply(place: Place, replyId: string): Promise<Found | null> {
  const { viewer, circleId, name } = place;
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
  const { alias, at, body } = sayRow(place, reply);
  return {
    about: "reply",
    thingId: replyId,
    reportedId: reply.authorId,
    circleId,
    alias,
    snapshot: {
      circle: name,
      alias,
      body,
      details: [],
      at,
      around: [reply.post, ...others.reverse()].map((one) => sayRow(place, one)),
    },
  };
}

/** Somebody whom the viewer blocked and does not see any more: what is known of them is what the block says. */
async function findBlocked(viewer: Viewer, blockId: string): Promise<Found | null> {
  if (!isId(blockId)) return null;
  const block = await viewer.db.block.findFirst({
    where: { userId: viewer.id, id: blockId },
    select: { blockedId: true, circleId: true, circleName: true, alias: true },
  });
  if (!block) return null;
  const { blockedId, circleId, circleName, alias } = block;
  // The circle may be gone since.
  const isThere = circleId !== null && (await viewer.db.circle.count({ where: { id: circleId } })) > 0;
  return {
    about: "alias",
    thingId: blockedId,
    reportedId: blockedId,
    circleId: isThere ? circleId : null,
    alias: null,
    snapshot: { circle: circleName, alias, body: "", details: [], at: null, around: [] },
  };
}

/** Whether the viewer has reported something already. */
export async function hasReported(
  viewer: Viewer,
  { about, thingId }: Pick<Found, "about" | "thingId">,
): Promise<boolean> {
  return (await viewer.db.report.count({ where: { reporterId: viewer.id, about, thingId } })) > 0;
}
