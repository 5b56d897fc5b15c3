import "server-only";
import { columnOf, type Day, dayOf, sayDay, startOfDay, startsOfDays } from "@/lib/dates";
import type { GoalCategory } from "@/lib/goals/schema";
import { effortLines, lengthOf, type Part, type Span } from "@/lib/look-backs/rules";
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
    wins: wins.slice(-MOST_WINS).map((win) => ({ ...win, body: hide(win.body) })),
    /** There are older ones in that time, which are not here. */
    hasOlderWins: wins.length > MOST_WINS,
    helped: [...new Set(helped.map(hide))],
    goals: goals.map(({ id, title, words }) => ({ id, title: hide(title), words: hide(words) })),
    setbacks: has("setbacks") ? setbacks.length : 0,
    feelings: has("feelings") ? feelingsOf(setbacks) : [],
  };
}

type Counted = { days: Day[]; answered: number; efforts: Partial<Record<GoalCategory, number>> };

/** One statement: efforts, wins and words in circles by the viewer's own days (lib/today/queries.ts says why). */
async function count(viewer: Viewer, span: Span): Promise<Counted> {
  const { id: me } = viewer;
  const mornings = startsOfDays(span.from, lengthOf(span) + 1, viewer.timeZone);
  const [first, end] = [mornings[0], mornings[lengthOf(span)]];
  const [from, until] = [columnOf(span.from), columnOf(span.until)];
  const [row] = await viewer.db.$queryRaw<Counted[]>`
    with logged as (
      select e.day, g.category from efforts e
      join goals g on g.user_id = e.user_id and g.id = e.goal_id and g.deleted_at is null
      where e.user_id = ${me}::uuid and e.day >= ${from}::date and e.day < ${until}::date
    ), shown as (
      select day from logged
      union
      select day from wins
      where user_id = ${me}::uuid and deleted_at is null and day >= ${from}::date and day < ${until}::date
      union
      select ${from}::date + width_bucket(said_at, ${mornings}::timestamptz[]) - 1
      from app.when_i_spoke(${first}) said_at where said_at < ${end}
    )
    select
      coalesce((select json_agg(day order by day) from shown where day <= ${columnOf(viewer.today)}::date), '[]') as days,
      (select count(*)::int from app.when_i_answered(${first}) at where at < ${end}) as answered,
      coalesce((select json_object_agg(category, times)
        from (select category, count(*)::int as times from logged group by category) by_category), '{}') as efforts`;
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
