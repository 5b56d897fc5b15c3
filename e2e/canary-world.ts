import type { Client } from "pg";
import { checkInDraftKey } from "@/lib/check-ins/schema";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { noteWhatIsDue } from "@/lib/jobs/note-what-is-due";
import { postDraftKey, replyDraftKey } from "@/lib/posts/draft-keys";
import { privateWords, type Column as SealedColumn, sealedColumns } from "@/lib/private-words";
import { choosingKey, facts, previewKey } from "@/lib/shares/schema";
import { CHOOSING, PREVIEW, partsField } from "@/lib/supporters/schema";
import { connected, listTables, rows } from "@/tests/database/connect";
import { aMember, anInvitation } from "@/tests/factories";
import { aSupporterLink } from "@/tests/factories-of-supporters";
import { aWorld, type Person, type World } from "@/tests/matrix/world";

/*
 * A world in which every text that the database can hold says whose it is and which field: "canary", whose,
 * table, column. It is made from the database's own catalogue, so a new table or column has its canaries without
 * anybody thinking of it, and they are their owner's alone until the table below says otherwise.
 */

export type Owner = Exclude<Person, "signed out">;

/**
 * Their owner; who sits in the owner's circle; the same, and who left it not long ago; the same as those who sit there, also where the two share nothing; who sits or sat there; who
 * holds a link into it, too; the same, and who landed from there; who looks after the circle; nobody at all.
 */
type Sight = "owner" | "circle" | "left" | "seated" | "sat" | "invited" | "landed" | "holders" | "nobody";

/** Who may see a field. What is not named here, an id included, is its owner's alone; bytes are nobody's. */
export const sight: Record<string, Sight> = {
  "users.password_hash": "nobody",
  "users.email": "owner",
  "users.name": "owner",
  "setbacks.happened": "owner",
  "setbacks.company": "owner",
  "feelings.word": "owner",
  "goals.title": "owner",
  "wins.body": "owner",
  "drafts.values": "owner",

  "circles.id": "sat",
  "circles.name": "landed",
  "circles.purpose": "invited",
  "circles.language": "invited",
  "circles.agreements": "invited",
  "circles.video_link": "circle",
  "circles.listed_words": "sat",
  "seat_asks.id": "holders",
  "seat_asks.alias": "holders",
  "seat_asks.words": "holders",
  "memberships.alias": "left",
  "memberships.pause_line": "circle",
  "posts.id": "circle",
  "posts.body": "circle",
  "posts.details": "circle",
  "replies.id": "circle",
  "replies.body": "circle",
  "invitations.id": "holders",
  "check_ins.line": "circle",
  "commitments.id": "circle",
  "commitments.words": "circle",
  "commitments.reason": "circle",
  // A meeting is the circle's, whoever opened it.
  "meetings.id": "seated",
  "written_turns.body": "circle",

  "limits.key": "nobody",
  "sign_in_steps.id": "nobody",
  "sign_in_steps.details": "nobody",
  "mailed_links.email": "owner",
  "linked_providers.subject": "nobody",
};

/** What the author lets the holder of their link see. */
const forSupporters = ["supporter_links.called", "supporter_setbacks.shown", "goals.title", "wins.body"];

/** What is no words of anybody's, and works only as what it is: like this, or as the world has it. */
const plain: Record<string, string> = {
  "users.time_zone": "",
  // What opens everything below that is sealed.
  "users.data_key": "",
  "circles.time_zone": "",
  "circles.meeting_time": "",
  "circles.second_meeting_time": "",
  "planned_steps.time": "18:00",
  "waits.time_zone": "Europe/Berlin",
  "proposals.time_zone": "Europe/Berlin",
  "proposals.meeting_time": "18:00",
  "proposals.second_meeting_time": "12:30",
  "invitations.token_hash": "",
  "supporter_links.token_hash": "",
  "drafts.key": "win",
  "linked_providers.provider": "google",
  "passkeys.transports": "",
  "security_events.kind": "joined",
  "nudges.kind": "post-waits",
  "sign_in_steps.purpose": "provider",
  // The one whose address waits in Settings.
  "mailed_links.purpose": "change_email",
};

/** What has to look like something. */
const shapes: Record<string, (marker: string) => string> = {
  "users.password_hash": (marker) =>
    `$argon2id$v=19$m=19456,t=2,p=1$${base64(marker)}$${base64("n".repeat(32))}`,
  "users.email": (marker) => `${marker}@example.org`,
  "mailed_links.email": (marker) => `${marker}@example.org`,
  "supporter_setbacks.shown": (marker) => JSON.stringify({ body: marker, details: [] }),
  "learning_plans.steps": (marker) => JSON.stringify([marker, "", ""]),
  "learning_plans.step_details": (marker) =>
    JSON.stringify([{ links: [`https://learn.example/${marker}`], minutes: null, by: null }]),
  "circles.video_link": (marker) => `https://meet.example/${marker}`,
};

/** What a row has to hold to be one: a circle has one meeting open at a time, and what is written is written in one in writing. */
const always: Record<string, Row> = {
  // Days of a rhythm are counted from two.
  goals: { every_days: null },
  meetings: { kind: "writing", minutes: null, people: 5, ended_at: new Date() },
  // The second moment is for who meets twice, on another day than the first.
  proposals: { pace: "twice", second_meeting_day: 5 },
};

/** What stands only behind a query, or tells one row of a list from the next. */
const further: Record<string, Record<string, Row>> = {
  setbacks: { newer: {}, deleted: { deleted_at: new Date() } },
  goals: { finished: { finished_at: new Date() }, deleted: { deleted_at: new Date() } },
  wins: { newer: {}, deleted: { deleted_at: new Date() } },
  if_then_plans: { deleted: { deleted_at: new Date() } },
  experiments: { deleted: { deleted_at: new Date() } },
  learning_plans: { deleted: { deleted_at: new Date() } },
  planned_steps: { deleted: { deleted_at: new Date() } },
  wishes: { deleted: { deleted_at: new Date() } },
  reasons: { deleted: { deleted_at: new Date() } },
  practice_questions: { deleted: { deleted_at: new Date() } },
  posts: { newer: {} },
  replies: { newer: {} },
  feedback_requests: { deleted: { deleted_at: new Date() } },
  feedback_templates: { deleted: { deleted_at: new Date() } },
  jar_entries: { deleted: { deleted_at: new Date() } },
  security_events: { newer: { kind: "recovery code used" } },
};

/** What goes to a circle in pieces. */
const grown = ["experiments", "if_then_plans", "learning_plans", "feedback_requests"];

const isSealed = (field: string): field is SealedColumn => field in sealedColumns;

const base64 = (text: string) => Buffer.from(text).toString("base64").replace(/=+$/, "");

/**
 * Rows that belong to no member: counters, sealed parcels, ids of who is gone, how roles go round, what is offered to
 * two circles (it holds no words; members reach it through functions alone), Prisma's own list; and what would change
 * what everybody may see: here nobody is a moderator.
 */
const nobodys = [
  "merges",
  "merge_consents",
  "_prisma_migrations",
  "erased_members",
  "limits",
  "parked_words",
  "rotations",
  "moderation_lines",
  "moderators",
];

const owners = [
  "id",
  "opened_by_id",
  "user_id",
  "author_id",
  "member_id",
  "made_by_id",
  "offered_by_id",
  "reporter_id",
  "moderator_id",
];

type Column = { table: string; name: string; type: string; needed: boolean; first: string | null };
type Key = { table: string; columns: string[]; to: string; toColumns: string[] };
type Row = Record<string, unknown>;

export type CanaryWorld = {
  people: World;
  code: string;
  /** The last part of the link by which a supporter sees what is the author's. */
  supporterCode: string;
  owners: Owner[];
  /** A row of an owner: there is one in each table, and in some there are more. */
  rowOf: (table: string, owner: Owner, which?: string) => Row;
  /** In which circle somebody sits or sat. */
  circleOf: (owner: Owner) => string;
  /** Marks everything that was written since. */
  mark: () => Promise<void>;
  /** Every row of everybody but these, in one line each that changes when the row does. */
  snapshot: (except: Owner[]) => Promise<string[]>;
  /** Whose canaries a text holds, as [owner, table.column]. */
  canariesIn: (text: string) => [Owner | "nobody", string][];
};

export async function aCanaryWorld(): Promise<CanaryWorld> {
  const people = await aWorld();
  const stranger = await aMember({ name: "Dunlin" });
  const code = codeOf(await anInvitation(people.facilitator, people.circle));
  const { code: supporterCode } = await aSupporterLink(people.author, {
    allGoals: true,
    wins: true,
    namesShown: true,
  });
  const tag = freshId().slice(-6);
  // The author last, so that what they said is the newest, on the first page of their circle.
  const named = Object.keys(people).filter((name) => name !== "circle" && name !== "author") as Owner[];
  const all: Owner[] = [...named, "author"];
  const catalogue = await readCatalogue();
  const tables = catalogue.tables.filter((table) => !nobodys.includes(table));
  const known = new Map<string, Row>();
  const ids = new Map<string, [Owner, string]>();

  /** The canary of a field. */
  const said = (field: string, owner: Owner) => {
    const marker = `canary-${tag}-${owner}-${field.replace(".", "-")}`;
    return shapes[field]?.(marker) ?? marker;
  };
  const ownerColumn = (table: string) => {
    const of = catalogue.columns.filter((column) => column.table === table).map(({ name }) => name);
    const found = (table === "users" ? ["id"] : owners.slice(1)).find((name) => of.includes(name));
    if (!found) throw new Error(`Whose are the rows of ${table}? Say so in ${import.meta.filename}.`);
    return found;
  };
  const rowOf = (table: string, owner: Owner, which = "first") => {
    const row = known.get(`${table} ${owner} ${which}`);
    if (!row) throw new Error(`There is no ${which} row of ${owner} in ${table}.`);
    return row;
  };
  const circleOf = (owner: Owner) => String(rowOf("memberships", owner).circle_id);

  await connected("admin", async (admin) => {
    const insert = async (table: string, row: Row) => {
      const names = Object.keys(row);
      const places = names.map((_, at) => `$${at + 1}`);
      const sql = `insert into ${table} (${names.join(", ")}) values (${places.join(", ")}) returning *`;
      return (await rows<Row>(admin, sql, Object.values(row)))[0];
    };
    const keep = (table: string, owner: Owner, which: string, row?: Row) =>
      row && known.set(`${table} ${owner} ${which}`, row);
    for (const table of inOrder(tables, catalogue.keys)) {
      for (const owner of all) {
        const sql = `select * from ${table} where ${ownerColumn(table)} = $1 limit 1`;
        const [found] = await rows<Row>(admin, sql, [people[owner].id]);
        const row = found ?? (table === "circles" ? undefined : await insert(table, made(table, owner)));
        keep(table, owner, "first", row);
      }
    }
    for (const owner of all) {
      for (const [table, more] of Object.entries({ ...further, drafts: draftsOf(owner) })) {
        for (const [which, changes] of Object.entries(more)) {
          keep(table, owner, which, await insert(table, { ...made(table, owner), ...changes }));
        }
      }
    }
  });

  /** Words that wait in forms of the circle, and what somebody chose to share. */
  function draftsOf(owner: Owner): Record<string, Row> {
    const setback = String(rowOf("setbacks", owner).id);
    const reply = replyDraftKey(String(rowOf("posts", owner).id));
    const shared = [setback, ...[...grown, "goals", "wins"].map((table) => String(rowOf(table, owner).id))];
    const keys = [
      ...shared.flatMap((id) => [previewKey(id), choosingKey(id)]),
      postDraftKey(circleOf(owner)),
      checkInDraftKey(circleOf(owner)),
      reply,
      CHOOSING,
      PREVIEW,
    ];
    return Object.fromEntries(keys.map((key) => [key, { key }]));
  }

  /** What was typed: everything that a form asks for a choice of what to share, too. */
  const typed = (owner: Owner, text: string) => ({
    id: [freshId()],
    setbackId: [rowOf("setbacks", owner).id],
    circleId: [circleOf(owner)],
    fact: [...facts],
    piece: [
      ...["change", "lesson"].map((kind) => `${kind}:${rowOf("experiments", owner).id}`),
      ...["answer", "lesson"].map((kind) => `${kind}:${rowOf("feedback_requests", owner).id}`),
      `will:${rowOf("if_then_plans", owner).id}`,
      ...["skill", "first-step"].map((kind) => `${kind}:${rowOf("learning_plans", owner).id}`),
    ],
    employer: ["named"],
    names: ["named"],
    wordsToo: ["on"],
    words: [text],
    need: ["listen"],
    body: [text],
    line: [text],
    name: [text],
    called: [text],
    days: ["30"],
    goals: ["all"],
    wins: ["on"],
    [partsField(String(rowOf("setbacks", owner).id))]: ["happened"],
  });

  /** A row with everything that a row of this table can have, but for moments that have not come. */
  function made(table: string, owner: Owner): Row {
    const row: Row = { [ownerColumn(table)]: people[owner].id, ...always[table] };
    // Somebody who is nowhere to be seen: whoever blocked themselves would see nothing of their own.
    if (table === "blocks") row.blocked_id = stranger.id;
    for (const key of catalogue.keys.filter((key) => key.table === table)) {
      const to = known.get(`${key.to} ${owner} first`);
      key.columns.forEach((name, at) => {
        if (to && !(name in row)) row[name] = to[key.toColumns[at] ?? ""];
      });
    }
    for (const { name, type, needed, first } of catalogue.columns.filter(
      (column) => column.table === table,
    )) {
      if (name in row) continue;
      const field = `${table}.${name}`;
      if (name === "circle_id") row[name] = circleOf(owner);
      // One swap a week and role is all that a circle can have.
      else if (field === "turn_swaps.week_on")
        row[name] = new Date(Date.now() + 7 * 86_400_000 * all.indexOf(owner));
      else if (name === "post_id") row[name] = rowOf("posts", owner).id;
      else if (type === "uuid" && needed) row[name] = freshId();
      else if (type === "bytea") row[name] = Buffer.from(said(field, owner));
      else if (type === "_text") row[name] = [];
      else if (type === "jsonb") row[name] = "{}";
      else if (type === "text" || type === "varchar") row[name] = plain[field] ?? said(field, owner);
      else if (first) row[name] = plain[field] ?? first;
      else if (/^int/.test(type)) row[name] = 1;
      else if (type === "bool" && needed) row[name] = true;
      else if (needed) row[name] = name.startsWith("expires") ? new Date(Date.now() + 3_600_000) : new Date();
    }
    return row;
  }

  /** Each row for itself: words are sealed to their row, with their owner's key. */
  async function markSealed(admin: Client, field: SealedColumn, isJson: boolean, owner: Owner) {
    const [table, name] = field.split(".");
    const words = privateWords(people[owner]);
    const text = isJson ? JSON.stringify(typed(owner, said(field, owner))) : said(field, owner);
    const found = await rows<{ place: string }>(
      admin,
      `select ${sealedColumns[field]}::text as place from ${table} where ${ownerColumn(table ?? "")} = $1`,
      [people[owner].id],
    );
    if (catalogue.unique.includes(field) && found.length > 1) return;
    for (const { place } of found) {
      const sealed = words.seal(field, place, text);
      await admin.query(
        `update ${table} set ${name} = $1 where ${ownerColumn(table ?? "")} = $2 and ${sealedColumns[field]}::text = $3`,
        [isJson ? { sealed } : sealed, people[owner].id, place],
      );
    }
  }

  async function mark() {
    await connected("admin", async (admin) => {
      for (const { table, name, type } of catalogue.columns) {
        const field = `${table}.${name}`;
        if (!tables.includes(table) || field in plain) continue;
        if (!["text", "varchar", "_text", "jsonb", "bytea"].includes(type)) continue;
        if (isSealed(field)) {
          for (const owner of all) await markSealed(admin, field, type === "jsonb", owner);
          continue;
        }
        for (const owner of all) {
          const text = said(field, owner);
          const value = { _text: [text], jsonb: typed(owner, text), bytea: Buffer.from(text) }[type] ?? text;
          // A key that several rows of one owner share cannot be the same in each.
          await admin.query(
            `update ${table} set ${name} = $1 where ${ownerColumn(table)} = $2 and ($3 or
               (select count(*) from ${table} where ${ownerColumn(table)} = $2) = 1)`,
            [value, people[owner].id, !catalogue.unique.includes(field)],
          );
        }
      }
      for (const table of tables) {
        const single = catalogue.columns.some(
          ({ table: of, name, type }) => of === table && name === "id" && type === "uuid",
        );
        if (!single) continue;
        for (const owner of all) {
          const mine = `select id::text from ${table} where ${ownerColumn(table)} = $1`;
          for (const { id } of await rows<{ id: string }>(admin, mine, [people[owner].id])) {
            ids.set(id, [owner, `${table}.id`]);
          }
        }
      }
    });
  }
  // The worker does it twice an hour, and would else do it while rows are compared.
  await noteWhatIsDue();
  await mark();
  for (const owner of all) Object.assign(rowOf("users", owner), { email: said("users.email", owner) });

  return {
    people,
    code,
    supporterCode,
    owners: all,
    rowOf,
    circleOf,
    mark,
    snapshot: (except) =>
      connected("admin", async (admin) => {
        const others = all.filter((owner) => !except.includes(owner)).map((owner) => people[owner].id);
        const lines: string[] = [];
        for (const table of tables) {
          // When a mail about it left is the worker's doing, at a moment of its own.
          const row = "(to_jsonb(t) - 'mailed_at')::text";
          const of = `select '${table} ' || ${row} as line from ${table} t where ${ownerColumn(table)} = any ($1) order by 1`;
          lines.push(...(await rows<{ line: string }>(admin, of, [others])).map(({ line }) => line));
        }
        return lines;
      }),
    canariesIn: (text) => {
      const found = new Map<string, [Owner | "nobody", string]>();
      for (const [, owner = "", table, column] of text.matchAll(
        new RegExp(`canary-${tag}-([a-z]+)-([a-z_]+)-([a-z_]+)`, "g"),
      )) {
        found.set(`${owner} ${table}.${column}`, [owner as Owner, `${table}.${column}`]);
      }
      for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)) {
        const whose = ids.get(id);
        if (whose) found.set(whose.join(" "), whose);
      }
      // Bytes show as hex or base64.
      if (/63616e6172792d|Y2FuYXJ5L/i.test(text)) found.set("bytes", ["nobody", "bytes"]);
      return [...found.values()];
    },
  };
}

async function readCatalogue() {
  return connected("admin", async (admin) => ({
    tables: await listTables(admin),
    columns: await rows<Column>(
      admin,
      `select c.relname as table, a.attname as name, t.typname as type, a.attnotnull and not a.atthasdef as needed,
         (select enumlabel from pg_enum e where e.enumtypid = t.oid order by enumsortorder limit 1) as first
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
       order by c.relname, a.attnum`,
    ),
    keys: await rows<Key>(
      admin,
      `select conrelid::regclass::text as table, confrelid::regclass::text as to,
         array(select attname::text from unnest(conkey) with ordinality k(n, i) join pg_attribute on attrelid = conrelid and attnum = n order by i) as columns,
         array(select attname::text from unnest(confkey) with ordinality k(n, i) join pg_attribute on attrelid = confrelid and attnum = n order by i) as "toColumns"
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
    ),
    unique: (
      await rows<{ field: string }>(
        admin,
        `select distinct indrelid::regclass::text || '.' || attname as field from pg_index
         join pg_attribute on attrelid = indrelid and attnum = any (indkey) where indisunique`,
      )
    ).map(({ field }) => field),
  }));
}

/** Tables after those that they point at; first who there is and where they sit, which the world brings along. */
function inOrder(tables: string[], keys: Key[]): string[] {
  const ordered = ["users", "circles", "memberships"];
  const visit = (table: string, from: string[]) => {
    if (ordered.includes(table) || from.includes(table) || !tables.includes(table)) return;
    for (const { to } of keys.filter((key) => key.table === table)) visit(to, [...from, table]);
    ordered.push(table);
  };
  for (const table of tables) visit(table, []);
  return ordered;
}

/** Whether an address or a form holds a supporter's link, and this is among what it is for. */
export const isForSupporter = (
  world: CanaryWorld,
  [owner, field]: [Owner | "nobody", string],
  sent: string,
): boolean => sent.includes(world.supporterCode) && owner === "author" && forSupporters.includes(field);

/** Whether somebody may come upon a canary. `held` says that they have the link into the circle in hand. */
export function maySee(
  world: CanaryWorld,
  viewer: Person,
  [owner, field]: [Owner | "nobody", string],
  held: boolean,
): boolean {
  if (owner === "nobody") return false;
  const who = sight[field] ?? "owner";
  if (who === "nobody") return false;
  if (viewer === owner) return true;
  // Whoever blocked somebody, and who is blocked, are not there for each other.
  const isTheirsAlone = ["circle", "left", "holders", "owner"].includes(who);
  if (isTheirsAlone && [viewer, owner].sort().join() === "blocked,blocker") return false;
  const circle = world.circleOf(owner);
  const isMain = circle === world.people.circle.id;
  if ((who === "invited" || who === "landed") && held && isMain) return true;
  // Everybody has a landing here, and comes back from it to their own circle.
  if (who === "landed" && viewer === "former" && isMain) return true;
  if (who === "sat")
    return (held && isMain) || (viewer !== "signed out" && world.circleOf(viewer) === circle);
  const sits = isMain
    ? ["unverified", "member", "author", "cofacilitator", "facilitator", "blocker", "blocked"].includes(
        viewer,
      )
    : viewer === "outsider";
  // They can still report who was there with them.
  if (who === "left" && isMain && (viewer === "former" || viewer === "removed")) return true;
  if (["circle", "left", "seated", "invited", "landed"].includes(who)) return sits;
  return who === "holders" && sits && ["cofacilitator", "facilitator", "outsider"].includes(viewer);
}
