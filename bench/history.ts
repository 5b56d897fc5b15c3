import { type Chance, chanceFrom } from "../e2e/faults/chance.ts";
import { commonFeelings } from "../lib/feelings/rules.ts";
import { type Column, freshDataKey, type PrivateWords, privateWords } from "../lib/private-words.ts";
import type { Cell, Table } from "./bulk-load.ts";
import { type Circle, DAY, idAt, type Layout, type Member, type Seat } from "./layout.ts";
import { someWords } from "./words.ts";

/*
 * What people did in three years, table by table, in the order in which it happened: so the posts of a circle lie
 * scattered over the disk, as they do where people live.
 */

const HOUR = DAY / 24;
const at = (moment: number) => new Date(moment).toISOString();
const dayOf = (moment: number) => at(moment).slice(0, 10);

export function tablesOf(layout: Layout): Table[] {
  const { circles, members, now } = layout;
  const keys = new Map(members.map(({ id }) => [id, freshDataKey(id)]));
  const wordsOf = wordsBy(keys);
  const dealt = dealPosts(layout);
  const seats = circles.flatMap((circle) => circle.seats.map((seat) => ({ circle, ...seat })));
  return [
    {
      name: "users",
      columns: [
        "id",
        "email",
        "name",
        "verified_at",
        "adult_said_at",
        "time_zone",
        "created_at",
        "data_key",
        "sealed_at",
      ],
      rows: () =>
        inOrder(members).map(({ id, email, name, joinedAt }) => {
          const joined = at(joinedAt);
          return [id, email, name, joined, joined, "Europe/Berlin", joined, keys.get(id) ?? null, joined];
        }),
    },
    {
      name: "sessions",
      columns: ["id", "user_id", "device", "created_at", "seen_at", "expires_at"],
      rows: () =>
        members.map(({ id, sessionId }) => [
          sessionId,
          id,
          "Firefox on Linux",
          at(now - DAY),
          at(now),
          at(now + 60 * DAY),
        ]),
    },
    {
      name: "security_events",
      columns: ["user_id", "id", "kind", "device", "at"],
      rows: () =>
        inOrder(members).flatMap(({ id, index, joinedAt }) =>
          [joinedAt, now - DAY].map((moment, which) => [
            id,
            idAt(moment, "event", index * 2 + which),
            "signed in",
            "Firefox on Linux",
            at(moment),
          ]),
        ),
    },
    {
      name: "circles",
      columns: [
        "id",
        "name",
        "purpose",
        "language",
        "time_zone",
        "meeting_day",
        "meeting_time",
        "agreements",
        "opened_by_id",
        "created_at",
      ],
      rows: () =>
        circles.map((circle, index) => [
          circle.id,
          `Lanterns ${index}`,
          "People between jobs. We read each other's news and keep each other company.",
          "English",
          "Europe/Berlin",
          1 + (index % 7),
          "18:00",
          "What is said here stays here. Nobody fixes anybody. Silence is an answer too.",
          circle.seats[0]?.member.id ?? null,
          at(circle.openedAt),
        ]),
    },
    {
      name: "memberships",
      columns: [
        "circle_id",
        "user_id",
        "alias",
        "role",
        "seat",
        "joined_at",
        "agreed_at",
        "heard_at",
        "left_at",
      ],
      rows: () =>
        inOrder(seats).map(({ circle, member, alias, role, seat, joinedAt }) => {
          const joined = at(joinedAt);
          return [
            circle.id,
            member.id,
            alias,
            role,
            seat,
            joined,
            joined,
            at(now - (member.index % 20) * DAY),
            seat ? null : at(joinedAt + 99 * DAY),
          ];
        }),
    },
    {
      name: "posts",
      columns: [
        "circle_id",
        "id",
        "author_id",
        "kind",
        "need",
        "body",
        "details",
        "created_at",
        "taken_back_at",
      ],
      rows: () => postRows(layout, dealt),
    },
    {
      name: "replies",
      columns: ["circle_id", "id", "post_id", "author_id", "body", "created_at"],
      rows: () => inTime(replyRows(layout, dealt)),
    },
    {
      name: "encouragements",
      columns: ["circle_id", "post_id", "member_id", "kind", "created_at"],
      rows: () => inTime(encouragementRows(layout, dealt)),
    },
    {
      name: "goals",
      columns: [
        "user_id",
        "id",
        "title",
        "category",
        "rhythm",
        "times",
        "created_at",
        "finished_at",
        "strength",
        "strength_on",
      ],
      rows: () => goalRows(layout),
    },
    {
      name: "pauses",
      columns: ["user_id", "id", "goal_id", "started_on", "ended_on"],
      rows: () => pauseRows(layout),
    },
    {
      name: "efforts",
      columns: ["user_id", "id", "goal_id", "day", "created_at"],
      rows: () => effortRows(layout),
    },
    {
      name: "setbacks",
      columns: ["user_id", "id", "happened", "kind", "company", "role", "day", "created_at", "updated_at"],
      rows: () => setbackRows(layout, wordsOf),
    },
    {
      name: "feelings",
      columns: ["user_id", "setback_id", "word", "strength"],
      rows: () => feelingRows(layout, wordsOf),
    },
    {
      name: "experiments",
      columns: ["user_id", "id", "change", "better", "cases", "started_on", "created_at"],
      rows: () => experimentRows(layout, wordsOf),
    },
    {
      name: "wins",
      columns: ["user_id", "id", "body", "day", "created_at"],
      rows: () => winRows(layout),
    },
    {
      name: "shares",
      columns: ["user_id", "post_id", "circle_id", "setback_id", "created_at"],
      rows: () => shareRows(layout, dealt),
    },
    {
      name: "drafts",
      columns: ["user_id", "key", "values", "typed_at", "saved_at"],
      rows: () => draftRows(layout, wordsOf),
    },
  ];
}

const inOrder = <T extends { joinedAt: number }>(some: readonly T[]) =>
  some.toSorted((a, b) => a.joinedAt - b.joinedAt);

/** In which circle each post was said: as many as the circle's share, in the order of chance. */
function dealPosts({ counts, circles }: Layout): Uint32Array {
  const dealt = new Uint32Array(counts.posts);
  let next = 0;
  circles.forEach(({ posts }, circle) => {
    dealt.fill(circle, next, next + posts);
    next += posts;
  });
  const chance = chanceFrom(2);
  for (let left = dealt.length - 1; left > 0; left--) {
    const other = Math.floor(chance.next() * (left + 1));
    [dealt[left], dealt[other]] = [dealt[other] as number, dealt[left] as number];
  }
  return dealt;
}

const postKinds = ["setback", "setback", "ask", "ask", "win", "progress"] as const;

type Post = {
  index: number;
  id: string;
  circle: Circle;
  /** Who sat there by then. */
  present: Seat[];
  author: Seat;
  kind: (typeof postKinds)[number];
  createdAt: number;
  isTakenBack: boolean;
  /** What else is by chance about it. */
  chance: Chance;
};

/** Every post, the oldest first. Each table that is about posts goes through them anew: they are the same each time. */
function* postsOf({ counts, circles, began, now }: Layout, dealt: Uint32Array): Iterable<Post> {
  for (let index = 0; index < dealt.length; index++) {
    const chance = chanceFrom(1_000_003 * (index + 1));
    // More and more people come: twice as much is said lately as in all the time on average.
    const createdAt = began + 8 * DAY + Math.sqrt((index + 0.5) / counts.posts) * (now - began - 8 * DAY);
    const circle = circles[dealt[index] as number] as Circle;
    const present = circle.seats.filter(({ seat, joinedAt }) => seat !== null && joinedAt <= createdAt);
    yield {
      index,
      id: idAt(createdAt, "post", index),
      circle,
      present,
      author: chance.oneOf(present),
      kind: chance.oneOf(postKinds),
      createdAt,
      isTakenBack: chance.happens(0.003),
      chance,
    };
  }
}

function* postRows(layout: Layout, dealt: Uint32Array): Iterable<Cell[]> {
  for (const { circle, id, author, kind, createdAt, isTakenBack, chance } of postsOf(layout, dealt)) {
    const need = kind === "ask" || kind === "setback" ? chance.oneOf(["listen", "ideas", "both"]) : null;
    const details = kind === "setback" && !isTakenBack ? '{"after the final round"}' : "{}";
    const body = isTakenBack ? "" : someWords(chance, 200);
    const takenBackAt = isTakenBack ? at(createdAt + HOUR) : null;
    yield [circle.id, id, author.member.id, kind, need, body, details, at(createdAt), takenBackAt];
  }
}

/** What answers something comes within a day of it, and not later than now. */
const later = (chance: Chance, createdAt: number, now: number) =>
  createdAt + chance.next() ** 2 * Math.min(DAY, now - createdAt);

type Timed = [moment: number, row: Cell[]];

function* replyRows(layout: Layout, dealt: Uint32Array): Iterable<Timed> {
  const { now } = layout;
  const howMany = [0, 0, 1, 1, 2, 2, 2, 4];
  for (const { index, id, circle, present, createdAt, chance } of postsOf(layout, dealt)) {
    const replies = chance.oneOf(howMany);
    for (let reply = 0; reply < replies; reply++) {
      const moment = later(chance, createdAt, now);
      const author = chance.oneOf(present).member.id;
      const replyId = idAt(moment, "reply", index * 4 + reply);
      yield [moment, [circle.id, replyId, id, author, someWords(chance, 90), at(moment)]];
    }
  }
}

// Exactly as many as there shall be: what a post cannot take, since each member gives each signal once, goes to
// the next ones.
function* encouragementRows(layout: Layout, dealt: Uint32Array): Iterable<Timed> {
  const { counts, now } = layout;
  let given = 0;
  for (const { index, id, circle, present, author, kind, createdAt, chance } of postsOf(layout, dealt)) {
    const others = present.filter((seat) => seat !== author);
    const signals = kind === "win" || kind === "progress" ? ["glad"] : ["with_you", "been_there", "brave"];
    const most = others.length * signals.length;
    const due = (counts.encouragements * (index + 1)) / counts.posts - given;
    const isNearTheEnd = index > counts.posts - 20;
    const wanted = Math.round(due + (isNearTheEnd ? 0 : chance.between(-4, 4)));
    const first = Math.floor(chance.next() * most);
    for (let one = 0; one < Math.min(wanted, most); one++) {
      const which = (first + one) % most;
      const member = others[which % others.length]?.member.id as string;
      const signal = signals[Math.floor(which / others.length)] as string;
      const moment = later(chance, createdAt, now);
      given++;
      yield [moment, [circle.id, id, member, signal, at(moment)]];
    }
  }
}

function* shareRows(layout: Layout, dealt: Uint32Array): Iterable<Cell[]> {
  for (const { index, id, circle, author, kind, createdAt } of postsOf(layout, dealt)) {
    if (kind !== "setback") continue;
    const { member } = author;
    const days = daysOf(member, SETBACKS);
    if (days.length === 0) continue;
    const setback = setbackOf(member, days[index % days.length] as number, layout.now);
    yield [member.id, id, circle.id, setback.id, at(createdAt)];
  }
}

/** In the order of their moments, as far as they lie not far apart. */
function* inTime(rows: Iterable<Timed>): Iterable<Cell[]> {
  const kept: Timed[] = [];
  for (const row of rows) {
    kept.push(row);
    if (kept.length < 20_000) continue;
    kept.sort(([a], [b]) => a - b);
    for (const [, early] of kept.splice(0, 10_000)) yield early;
  }
  for (const [, row] of kept.sort(([a], [b]) => a - b)) yield row;
}

const titles = ["Applications", "Someone new", "Portfolio, piece by piece", "A walk", "An hour of learning"];
const rhythms = [
  ["day", 1],
  ["week", 3],
  ["finish_line", 40],
] as const;
const categories = ["applications", "people", "skills", "routine"];

function* goalRows({ members, now }: Layout): Iterable<Cell[]> {
  for (const member of members) {
    const { id: userId, goals } = member;
    const going = goals.filter((goal) => goal.finishedAt === null);
    for (const [which, goal] of goals.entries()) {
      const { id, createdAt, finishedAt } = goal;
      const [rhythm, times] = rhythms[which % rhythms.length] as (typeof rhythms)[number];
      const title = titles[which % titles.length] as string;
      const category = categories[which % categories.length] as string;
      const finished = finishedAt === null ? null : at(finishedAt);
      // Not what it would be, but as cheap to read: a page reckons again only what has no day.
      const newest = newestEffort(member, going.indexOf(goal), going.length);
      const strengthOn = newest === null ? null : dayOf(now - newest * DAY);
      yield [userId, id, title, category, rhythm, times, at(createdAt), finished, 0.6, strengthOn];
    }
  }
}

function* pauseRows({ members, now }: Layout): Iterable<Cell[]> {
  for (const { index, id: userId, days, goals } of members) {
    // Half a year's goal rests for a week now and then.
    for (let day = 30; day < days; day += 180) {
      const moment = now - day * DAY;
      const goalId = goals[0]?.id as string;
      yield [
        userId,
        idAt(moment, "pause", index * 8 + Math.floor(day / 180)),
        goalId,
        dayOf(moment),
        dayOf(moment + 7 * DAY),
      ];
    }
  }
}

// How often somebody logs something: on `of` days out of `every`, each on days of their own, and on their first. Whoever
// is devoted did so many times in all.
type Habit = { of: number; every: number; devoted: number };
const EFFORTS: Habit = { of: 4, every: 7, devoted: 10_000 };
const SETBACKS: Habit = { of: 1, every: 7, devoted: 200 };
const WINS: Habit = { of: 1, every: 18, devoted: 400 };

const timesOn = ({ index, days, isDevoted }: Member, day: number, { of, every, devoted }: Habit): number => {
  if (day >= days) return 0;
  const until = (daysAgo: number) => Math.floor((daysAgo * devoted) / days);
  if (isDevoted) return until(day + 1) - until(day);
  return (index + day) % every < of || day === days - 1 ? 1 : 0;
};

const doesOn = (member: Member, day: number, habit: Habit) => timesOn(member, day, habit) > 0;

/** On which days somebody does something: 0 is today. */
const daysOf = (member: Member, habit: Habit): number[] =>
  Array.from({ length: member.days }, (_, day) => day).filter((day) => doesOn(member, day, habit));

/** How many days ago something was last logged on one of so many goals that go on; null for one that does not. */
function newestEffort(member: Member, which: number, going: number): number | null {
  for (let day = which; day >= 0 && day < member.days; day += going)
    if (doesOn(member, day, EFFORTS)) return day;
  return null;
}

/** Who does something on which day, the oldest day first. */
function* doings(
  { members, now }: Layout,
  habit: Habit,
): Iterable<{ member: Member; day: number; moment: number }> {
  const longest = members.reduce((most, { days }) => Math.max(most, days), 0);
  for (let day = longest - 1; day >= 0; day--) {
    for (const member of members) {
      if (doesOn(member, day, habit)) yield { member, day, moment: momentOn(member, day, now) };
    }
  }
}

/** Sometime in a day, and more than an hour ago. */
const momentOn = ({ index }: Member, day: number, now: number) =>
  now - day * DAY - 2 * HOUR - (index % 20) * (HOUR / 4);

function* effortRows(layout: Layout): Iterable<Cell[]> {
  for (const { member, day, moment } of doings(layout, EFFORTS)) {
    const going = member.goals.filter((goal) => goal.finishedAt === null);
    for (let time = 0; time < timesOn(member, day, EFFORTS); time++) {
      const goalId = going[(day + time) % going.length]?.id as string;
      const id = idAt(moment, "effort", member.index * 1_200 + day + time * 7_000_003);
      yield [member.id, id, goalId, dayOf(moment), at(moment)];
    }
  }
}

const setbackKinds = ["after_applying", "after_screening", "after_interview", "final_round", "silence"];

const setbackOf = (member: Member, day: number, now: number) => {
  const moment = momentOn(member, day, now);
  const index = member.index * 1_200 + day;
  return { id: idAt(moment, "setback", index), moment, chance: chanceFrom(7 * index + 3) };
};

/** Whose words are sealed by which key. */
type WordsOf = (userId: string) => PrivateWords;

function wordsBy(keys: Map<string, string>): WordsOf {
  const known = new Map<string, PrivateWords>();
  return (id) => {
    const words = known.get(id) ?? privateWords({ id, dataKey: keys.get(id) ?? null, sealedAt: null });
    known.set(id, words);
    return words;
  };
}

function* setbackRows(layout: Layout, wordsOf: WordsOf): Iterable<Cell[]> {
  for (const { member, day } of doings(layout, SETBACKS)) {
    const { id, moment, chance } = setbackOf(member, day, layout.now);
    const [told, happenedOn] = [at(moment), dayOf(moment)];
    const kind = chance.oneOf(setbackKinds);
    const words = wordsOf(member.id);
    const seal = (column: Column, text: string) => words.seal(column, id, text);
    yield [
      member.id,
      id,
      seal("setbacks.happened", someWords(chance, 200)),
      kind,
      seal("setbacks.company", "Kestrel Freight"),
      seal("setbacks.role", "Shift planner"),
      happenedOn,
      told,
      told,
    ];
  }
}

function* feelingRows(layout: Layout, wordsOf: WordsOf): Iterable<Cell[]> {
  for (const { member, day } of doings(layout, SETBACKS)) {
    const { id, chance } = setbackOf(member, day, layout.now);
    const first = Math.floor(chance.next() * commonFeelings.length);
    for (const next of [0, 3]) {
      const word = commonFeelings[(first + next) % commonFeelings.length] as string;
      const sealed = wordsOf(member.id).seal("feelings.word", id, word);
      yield [member.id, id, sealed, Math.floor(chance.between(1, 11))];
    }
  }
}

/** Whoever has setbacks tries something since a month ago. */
function* experimentRows({ members, now }: Layout, wordsOf: WordsOf): Iterable<Cell[]> {
  const moment = now - 30 * DAY;
  for (const member of members) {
    if (daysOf(member, SETBACKS).length === 0) continue;
    const id = idAt(moment, "experiment", member.index);
    const change = wordsOf(member.id).seal("experiments.change", id, "Two minutes for each answer.");
    yield [member.id, id, change, "replies", 100, dayOf(moment), at(moment)];
  }
}

function* winRows(layout: Layout): Iterable<Cell[]> {
  for (const { member, day, moment } of doings(layout, WINS)) {
    const index = member.index * 1_200 + day;
    const body = someWords(chanceFrom(7 * index + 4), 80);
    yield [member.id, idAt(moment, "win", index), body, dayOf(moment), at(moment)];
  }
}

function* draftRows({ members, now }: Layout, wordsOf: WordsOf): Iterable<Cell[]> {
  for (const { index, id } of members) {
    if (index % 20 !== 0) continue;
    const typed = JSON.stringify({ happened: [someWords(chanceFrom(index), 200)] });
    const values = JSON.stringify({ sealed: wordsOf(id).seal("drafts.values", "setback", typed) });
    yield [id, "setback", values, at(now - DAY), at(now - DAY)];
  }
}
