import "server-only";
import { addDays, columnOf, type Day, dayOf, sayDay, startOfDay, startsOfDays } from "@/lib/dates";
import type { GoalCategory } from "@/lib/goals/schema";
import { effortLines, lengthOf, type Part, type Span } from "@/lib/look-backs/rules";
import { doingsIn } from "@/lib/numbers/queries";
import { UNREADABLE } from "@/lib/private-words";
import { listCompanies } from "@/lib/setbacks/queries";
import { maskFor, maskNames } from "@/lib/shares/mask";
import type { Viewer } from "@/lib/viewer";
import { openPicture, pictureCard } from "@/lib/win-pictures/queries";

/** More than anybody reads, and a page has an end: the newest stand on it, and it says so. */
export const MOST_WINS = 400;

export type LookBack = Awaited<ReturnType<typeof lookBack>>;

/** What the viewer did in a stretch of days, as far as they want it on the page. */
export async function lookBack(viewer: Viewer, span: Span, chosen: readonly Part[]) {
  const has = (part: Part) => chosen.includes(part);
  const counted = await count(viewer, span);
  const wins = has("wins") ? await listWinsOf(viewer, span, has("pictures")) : [];
  const helped = has("helped") ? await listHelpful(viewer, span) : [];
  const goals = has("goals") ? await listGoalsHelped(viewer, span) : [];
  const hide = await maskOf(viewer, has("names") || wins.length + helped.length + goals.length === 0);
  const setbacks = has("setbacks") || has("feelings") ? await listSetbacksOf(viewer, span) : [];
  return {
    days: counted.days,
    answered: counted.answered,
    efforts: effortLines(counted.efforts),
    wins: wins.slice(-MOST_WINS).map(({ picture, ...win }) => ({
      ...win,
      body: hide(win.body),
      picture: picture && { ...picture, alt: picture.alt && hide(picture.alt) },
    })),
    /** There are older ones in that time, which are not here. */
    hasOlderWins: wins.length > MOST_WINS,
    helped: [...new Set(helped.map(hide))],
    goals: goals.map(({ id, title, words }) => ({ id, title: hide(title), words: hide(words) })),
    setbacks: has("setbacks") ? setbacks.length : 0,
    feelings: has("feelings") ? feelingsOf(setbacks) : [],
  };
}

type Counted = { days: Day[]; answered: number; efforts: Partial<Record<GoalCategory, number>> };

/** One statement. Days on which the viewer showed up are counted as everywhere else (lib/numbers/queries.ts). */
async function count(viewer: Viewer, span: Span): Promise<Counted> {
  const last = addDays(span.until, -1);
  const mornings = startsOfDays(span.from, lengthOf(span) + 1, viewer.timeZone);
  const [row] = await viewer.db.$queryRaw<Counted[]>`
    with doings as materialized (
      select day, doing, sum(times)::int as times
      from (${doingsIn(viewer, span.from, last < viewer.today ? last : viewer.today)}) doings
      where doing is not null group by day, doing
    )
    select
      coalesce((select json_agg(distinct day order by day) from doings), '[]') as days,
      (select count(*)::int from app.when_i_answered(${mornings[0]}) at where at < ${mornings.at(-1)}) as answered,
      coalesce((select json_object_agg(doing, times)
        from (select doing, sum(times)::int as times from doings group by doing) by_kind), '{}') as efforts`;
  return row ?? { days: [], answered: 0, efforts: {} };
}

const inSpan = ({ from, until }: Span) => ({ gte: columnOf(from), lt: columnOf(until) });

/** The newest, the oldest of them first: one more than stand on the page, if there are. */
async function listWinsOf(viewer: Viewer, span: Span, withPictures: boolean) {
  const rows = await viewer.db.win.findMany({
    where: { userId: viewer.id, deletedAt: null, day: inSpan(span) },
    select: { id: true, body: true, day: true, ...(withPictures && { picture: { select: pictureCard } }) },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: MOST_WINS + 1,
    relationLoadStrategy: "join",
  });
  return rows.reverse().map(({ id, body, day, picture = null }) => ({
    id,
    body,
    said: sayDay(dayOf(day), viewer.today),
    picture: openPicture(viewer, id, picture),
  }));
}

/** What the viewer tried in that time and keeps doing. */
async function listHelpful(viewer: Viewer, { from, until }: Span): Promise<string[]> {
  const rows = await viewer.db.experiment.findMany({
    where: {
      userId: viewer.id,
      deletedAt: null,
      verdict: "keep",
      startedOn: { lt: columnOf(until) },
      OR: [
        { endedOn: { gte: columnOf(from) } },
        { endedOn: null, untilDay: { gte: columnOf(from) } },
        { startedOn: { gte: columnOf(from) } },
      ],
    },
    select: { id: true, change: true },
    orderBy: { id: "asc" },
    take: 50,
  });
  return rows.flatMap(({ id, change }) => {
    const opened = viewer.words.open("experiments.change", id, change);
    return opened === UNREADABLE ? [] : [opened];
  });
}

/** What the viewer said in that time that helped them with goals that were finished or had grown. */
async function listGoalsHelped(viewer: Viewer, { from, until }: Span) {
  const [first, end] = [startOfDay(from, viewer.timeZone), startOfDay(until, viewer.timeZone)];
  const rows = await viewer.db.goal.findMany({
    where: { userId: viewer.id, deletedAt: null, helped: { not: null }, helpedAt: { gte: first, lt: end } },
    select: { id: true, title: true, helped: true },
    orderBy: [{ helpedAt: "asc" }, { id: "asc" }],
    take: 50,
  });
  return rows.flatMap(({ id, title, helped }) => {
    const words = viewer.words.open("goals.helped", id, helped);
    return words === null || words === UNREADABLE ? [] : [{ id, title, words }];
  });
}

/** Puts "a company" in place of the employers of the viewer's setbacks, unless their names are wanted. */
async function maskOf(viewer: Viewer, areShown: boolean): Promise<(text: string) => string> {
  if (areShown) return (text) => text;
  const companies = (await listCompanies(viewer)).filter((company) => company !== UNREADABLE);
  return (text) => maskNames(text, companies, maskFor(null, null));
}

const listSetbacksOf = (viewer: Viewer, span: Span) =>
  viewer.db.setback
    .findMany({
      where: { userId: viewer.id, deletedAt: null, day: inSpan(span) },
      select: { id: true, feelings: { select: { word: true } } },
      relationLoadStrategy: "join",
    })
    .then((rows) =>
      rows.map(({ id, feelings }) =>
        feelings.map(({ word }) => viewer.words.open("feelings.word", id, word)),
      ),
    );

/** The words that were named, most often first. */
function feelingsOf(setbacks: string[][]): string[] {
  const times = new Map<string, number>();
  for (const word of setbacks.flat()) if (word !== UNREADABLE) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].sort(([a, one], [b, other]) => other - one || a.localeCompare(b)).map(([word]) => word);
}
