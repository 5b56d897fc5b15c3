import "server-only";
import { addDays } from "date-fns/addDays";
import { sayWord, type WeekWord } from "@/lib/check-ins/words";
import { dayIn, sayDay, sayMoment } from "@/lib/dates";
import { listJoined } from "@/lib/merges/joined";
import { READABLE_FOR_DAYS } from "@/lib/merges/rules";
import { AROUND, type Found } from "@/lib/reports/found";
import type { Reportable } from "@/lib/reports/schema";
import { personMark } from "@/lib/reports/thing-id";
import type { Viewer } from "@/lib/viewer";

/*
 * What somebody could read in a circle until they left it can be reported for thirty days more: whoever leaves because
 * of something has the most to tell. A circle that joined another one is such a circle to everybody who came along.
 */

const inDatabase = {
  person: "alias",
  post: "post",
  reply: "reply",
  "check-in": "check_in",
  commitment: "commitment",
  turn: "turn",
} as const satisfies Partial<Record<Reportable, Found["about"]>>;

const kindWords = {
  post: "A post",
  reply: "A reply",
  "check-in": "A check-in",
  commitment: "A commitment",
  turn: "Something written in a meeting",
} as const;

export type WordsThere = {
  about: keyof typeof inDatabase;
  id: string;
  authorId: string;
  alias: string;
  body: string;
  details: string[];
  createdAt: Date;
  /** The same for what stands together. */
  beside: string | null;
  /** The first day of the week that it is for. */
  week: Date | null;
  outcome: string | null;
};

/** What the viewer could read in a circle that they left, and who was there, newest first; nothing of any other. */
export const listWordsThere = (viewer: Viewer, circleId: string): Promise<WordsThere[]> =>
  viewer.db.$queryRaw<WordsThere[]>`
    select about, id, author_id as "authorId", alias, body, details, created_at as "createdAt", beside, week, outcome
    from app.words_where_i_sat(${circleId}::uuid)`;

const listCirclesILeft = (
  viewer: Viewer,
): Promise<{ id: string; name: string; leftAt: Date; wasAsked: boolean }[]> =>
  viewer.db.$queryRaw`select id, name, left_at as "leftAt", asked as "wasAsked" from app.circles_i_left()`;

/** Something that the viewer could read in a circle that they left, with what is kept of it. */
export async function findWhereISat(
  viewer: Viewer,
  about: Reportable,
  circleId: string,
  thing: string,
): Promise<Found | null> {
  const circle = (await listCirclesILeft(viewer)).find(({ id }) => id === circleId);
  if (!circle) return null;
  const words = await listWordsThere(viewer, circleId);
  const it = words.find((one) => one.about === about && thingIn(circleId, one) === thing);
  if (!it || it.authorId === viewer.id) return null;
  const isPerson = it.about === "person";
  const [first, ...others] = words
    .filter((one) => one !== it && one.about !== "person")
    .filter((one) => (isPerson ? one.authorId === it.authorId : one.beside === it.beside))
    .reverse();
  const joined = (await listJoined(viewer)).some(({ id }) => id === circleId);
  return {
    about: inDatabase[it.about],
    thingId: it.id,
    reportedId: it.authorId,
    circleId,
    alias: null,
    person: isPerson ? null : personMark(circleId, it.authorId),
    from: joined ? "joined" : "left",
    snapshot: {
      circle: circle.name,
      alias: it.alias,
      at: isPerson ? null : it.createdAt.toISOString(),
      body: wordsOf(it),
      details: it.about === "commitment" ? [] : it.details.map((said) => sayDetail(it, said)),
      around: (first ? [first, ...others.slice(1 - AROUND)] : []).map((one) => ({
        alias: one.alias,
        at: one.createdAt.toISOString(),
        body: wordsOf(one),
      })),
    },
  };
}

const thingIn = (circleId: string, { about, id }: WordsThere): string =>
  about === "person" ? personMark(circleId, id) : id;

/** A commitment is one with why it went as it did. */
const wordsOf = ({ about, body, details }: WordsThere): string =>
  about === "commitment" ? [body, ...details].join("\n\n") : body;

const sayDetail = ({ about }: WordsThere, said: string): string =>
  about === "check-in" ? sayWord[said as WeekWord].shown : said;

/** How much of what one person said is named. */
const NAMED = 20;

export type LeftCircle = Awaited<ReturnType<typeof listLeft>>[number];

/**
 * The circles that the viewer left not long ago, with who was there and when they said something: enough to find it
 * again, and no word of it. Where a circle joined another one, its own page has all of that.
 */
export async function listLeft(viewer: Viewer) {
  const joined = (await listJoined(viewer)).map(({ id }) => id);
  const left = (await listCirclesILeft(viewer)).filter(({ id }) => !joined.includes(id));
  const circles = [];
  for (const { id, name, leftAt, wasAsked } of left) {
    const words = await listWordsThere(viewer, id);
    circles.push({
      id,
      /** None of one that asked them to leave: they are told nothing more of it. */
      name: wasAsked ? null : name,
      left: sayMoment(leftAt, viewer.now, viewer.timeZone),
      until: sayDay(dayIn(viewer.timeZone, addDays(leftAt, READABLE_FOR_DAYS)), viewer.today),
      people: words
        .filter(({ about }) => about === "person")
        .map((person) => ({
          alias: person.alias,
          thing: thingIn(id, person),
          said: words
            .flatMap((one) =>
              one.about === "person" || one.authorId !== person.authorId
                ? []
                : [
                    {
                      about: one.about,
                      thing: one.id,
                      what: kindWords[one.about],
                      when: sayMoment(one.createdAt, viewer.now, viewer.timeZone),
                    },
                  ],
            )
            .slice(0, NAMED),
        }))
        .sort((one, other) => one.alias.localeCompare(other.alias)),
    });
  }
  return circles;
}

/** Whether there is any such circle. @param joined those of the viewer's that joined another one. */
export async function hasLeft(viewer: Viewer, joined: { id: string }[]): Promise<boolean> {
  return (await listCirclesILeft(viewer)).some((circle) => !joined.some(({ id }) => id === circle.id));
}
