import "server-only";
import { isId } from "@/lib/ids";
import { findAsk, findBlocked, findListed, findNote } from "@/lib/reports/find-beyond";
import { findCheckIn, findCommitment, findPost, findReply, findTurn } from "@/lib/reports/find-words";
import { type Found, type Place, row, sayRow, standing } from "@/lib/reports/found";
import type { Reportable } from "@/lib/reports/schema";
import { personMark } from "@/lib/reports/thing-id";
import { findWhereISat } from "@/lib/reports/where-i-sat";
import type { Viewer } from "@/lib/viewer";

/** Something that the viewer can report, with what is kept of it; null for what they do not see, and for their own. */
export async function findReportable(
  viewer: Viewer,
  about: Reportable,
  circleId: string,
  thing: string,
): Promise<Found | null> {
  if (!isId(circleId) || !isId(thing)) return null;
  if (about === "blocked") return findBlocked(viewer, thing);
  if (about === "note") return findNote(viewer, thing);
  if (about === "listing") return thing === circleId ? findListed(viewer, circleId) : null;
  if (about === "ask") return findAsk(viewer, circleId, thing);
  const circle = await viewer.db.circle.findFirst({
    where: { id: circleId },
    select: {
      name: true,
      purpose: true,
      agreements: true,
      videoLink: true,
      memberships: { select: { userId: true, alias: true } },
    },
    relationLoadStrategy: "join",
  });
  if (!circle) return findWhereISat(viewer, about, circleId, thing);
  const place = { viewer, circleId, ...circle };
  if (about === "circle") return thing === circleId ? ofCircle(place) : null;
  const find = {
    person: findPerson,
    post: findPost,
    reply: findReply,
    "check-in": findCheckIn,
    commitment: findCommitment,
    turn: findTurn,
  }[about];
  return find(place, thing);
}

type Described = Place & { purpose: string; agreements: string; videoLink: string | null };

const ofCircle = ({ circleId, name, purpose, agreements, videoLink }: Described): Found => ({
  about: "circle",
  thingId: circleId,
  reportedId: null,
  circleId,
  alias: null,
  person: null,
  snapshot: {
    circle: name,
    alias: name,
    body: [purpose, agreements, videoLink].filter(Boolean).join("\n\n"),
    details: [],
    at: null,
    around: [],
  },
});

/** A person, also one who has left: what they did there may be why. */
async function findPerson(place: Place, mark: string): Promise<Found | null> {
  const { viewer, circleId, name, memberships } = place;
  const person = memberships.find(({ userId }) => personMark(circleId, userId) === mark);
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
    person: null,
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

/** Whether the viewer has reported something already. */
export async function hasReported(
  viewer: Viewer,
  { about, thingId }: Pick<Found, "about" | "thingId">,
): Promise<boolean> {
  return (await viewer.db.report.count({ where: { reporterId: viewer.id, about, thingId } })) > 0;
}
