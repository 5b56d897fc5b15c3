import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { aCircle, aMember, anInvitation } from "../factories";
import { aGoal, anEffort, aWin } from "../factories-of-goals";
import { aPost, aReply } from "../factories-of-posts";
import { aSetback } from "../factories-of-setbacks";
import { connected, listTables, rows } from "./connect";

const policies = readdirSync("prisma/policies").map((file) =>
  readFileSync(`prisma/policies/${file}`, "utf8"),
);

test("every table forces row-level security, has a policy, and a policy file that closes it", async () => {
  await connected("admin", async (admin) => {
    const tables = await rows<{ name: string; enabled: boolean; forced: boolean; policies: number }>(
      admin,
      `select relname as name, relrowsecurity as enabled, relforcerowsecurity as forced,
              (select count(*)::int from pg_policy where polrelid = c.oid and polroles <> array['onward_backup'::regrole::oid]) as policies
       from pg_class c where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
    );
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables) {
      expect(table).toMatchObject({ enabled: true, forced: true });
      expect(table.policies, table.name).toBeGreaterThan(0);
      expect(
        policies.some((sql) => new RegExp(`app\\.close_table\\('(public\\.)?${table.name}'\\)`).test(sql)),
        `a policy file closes ${table.name}`,
      ).toBe(true);
    }
  });
});

test("no role that the app can become is above the policies", async () => {
  await connected("admin", async (admin) => {
    const roles = await rows(
      admin,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin, rolinherit from pg_roles
       where rolname in ('onward_app', 'onward_member', 'onward_system') order by 1`,
    );
    const humble = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect(roles).toMatchObject([
      { rolname: "onward_app", ...humble, rolcanlogin: true, rolinherit: false },
      { rolname: "onward_member", ...humble, rolcanlogin: false },
      { rolname: "onward_system", ...humble, rolcanlogin: false },
    ]);
  });
});

test("a backup reads every table and changes none", async () => {
  await connected("owner", async (owner) => {
    await aMember();
    await owner.query("set role onward_backup");
    for (const table of await connected("admin", listTables)) {
      await owner.query(`select from public.${table}`);
      for (const change of [`delete from public.${table}`, `truncate public.${table}`]) {
        await expect(owner.query(change), change).rejects.toMatchObject({ code: "42501" });
      }
    }
    expect((await owner.query("select from users")).rowCount).toBeGreaterThan(0);
  });
});

test("whoever deletes an account leaves the hash of its id behind, which no member reads and nothing takes out", async () => {
  const wren = await aMember();
  await connected("admin", (admin) => admin.query("delete from users where id = $1", [wren.id]));
  const left = await connected("admin", (admin) =>
    rows(admin, "select from erased_members where id_hash = sha256(convert_to($1, 'UTF8'))", [wren.id]),
  );
  expect(left).toHaveLength(1);
  for (const [role, statement] of [
    ["onward_member", "select from erased_members"],
    ["onward_system", "delete from erased_members"],
    ["onward_system", "update erased_members set erased_at = now()"],
  ]) {
    await connected("app", async (app) => {
      await app.query(`begin; set local role ${role}`);
      await expect(app.query(statement ?? "")).rejects.toMatchObject({ code: "42501" });
    });
  }
});

test("onward_app owns nothing", async () => {
  await connected("admin", async (admin) => {
    const owned = await rows(
      admin,
      `select classid::regclass, objid from pg_shdepend
       where refobjid = 'onward_app'::regrole and deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()))`,
    );
    expect(owned).toEqual([]);
  });
});

test("onward_app reads and writes nothing until it says who is looking", async () => {
  await connected("app", async (app) => {
    const tables = await connected("admin", listTables);
    for (const table of tables) {
      for (const sql of [
        `select from public.${table}`,
        `delete from public.${table}`,
        `insert into public.${table} default values`,
      ]) {
        await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      }
    }
  });
});

test("onward_app may call nothing but the functions that ask for a secret", async () => {
  await connected("admin", async (admin) => {
    const callable = await rows<{ name: string }>(
      admin,
      `select proname as name from pg_proc
       where pronamespace = 'app'::regnamespace and has_function_privilege('onward_app', oid, 'execute') order by 1`,
    );
    expect(callable.map(({ name }) => name)).toEqual([
      "calendar",
      "calendar_steps",
      "fetch_words",
      "find_mailed_link",
      "find_session",
      "find_unsubscribe",
      "invited_circle",
      "leave_supporter_note",
      "note_supporter_visit",
      "park_words",
      "supporter_view",
      "unsubscribe",
    ]);
  });
});

/**
 * These reach a member's writing where none of the roles that the app becomes may: to take it out, to count the days
 * of whoever looks, to read what was said in a circle that joined another, to tell which posts wait for an answer, who
 * came through a kind of setback, what a member chose for a supporter, and how much there is for a mail to count.
 */
const ownersOwn = [
  ...["erase_member", "erase_unused", "clear_away", "when_i_spoke", "when_i_answered", "what_was_said"],
  ...["words_where_i_sat"],
  ...["note_answer", "note_parted", "hold_unanswered", "who_came_through"],
  ...["supporter_view", "weeks_in_numbers", "when_they_spoke", "came_due", "take_along"],
  // And these show or hide words, or look whether any stand there.
  ...["is_answered", "let_appear", "show_held_words", "held_people", "hide_words", "empty_places"],
];

test("every function that sees more than its caller has a fixed search path and is closed to the public", async () => {
  await connected("admin", async (admin) => {
    const functions = await rows<{ name: string; owner: string; path: string[] | null; open: boolean }>(
      admin,
      `select proname as name, proowner::regrole::text as owner, proconfig as path,
              exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as open
       from pg_proc where pronamespace = 'app'::regnamespace and prosecdef`,
    );
    expect(functions.length).toBeGreaterThan(8);
    for (const one of functions) {
      const owner = ownersOwn.includes(one.name) ? "onward_owner" : "onward_system";
      expect(one).toMatchObject({
        owner,
        path: expect.arrayContaining(["search_path=pg_catalog"]),
        open: false,
      });
    }
  });
});

test("a member whom nobody named sees no row at all", async () => {
  await connected("app", async (app) => {
    const tables = await connected("admin", listTables);
    for (const table of tables) {
      await app.query("begin");
      await app.query("select set_config('role', 'onward_member', true), set_config('app.viewer', '', true)");
      const seen = await app.query(`select count(*)::int as n from ${table}`).then(
        ({ rows: [row] }) => row.n,
        (error: { code: string }) => error.code,
      );
      expect([0, "42501"], table).toContain(seen);
      await app.query("rollback");
    }
  });
});

test("signing in sees accounts and nobody's writing", async () => {
  await connected("app", async (app) => {
    const writing = [
      "setbacks",
      "feelings",
      "shares",
      "goals",
      "efforts",
      "pauses",
      "wins",
      "drafts",
      "posts",
      "replies",
    ];
    for (const table of writing) {
      await app.query("begin");
      await app.query("select set_config('role', 'onward_system', true)");
      await expect(app.query(`select from public.${table}`), table).rejects.toMatchObject({ code: "42501" });
      await app.query("rollback");
    }
  });
});

test("a member reads nobody's hash of a password, not even their own", async () => {
  const juniper = await aMember();
  await connected("app", async (app) => {
    await app.query("begin");
    await app.query("select set_config('role', 'onward_member', true), set_config('app.viewer', $1, true)", [
      juniper.id,
    ]);
    await expect(app.query("select password_hash from users")).rejects.toMatchObject({ code: "42501" });
  });
});

test("without a where clause a member still sees only what is theirs and their circles'", async () => {
  const [juniper, heron, wren] = [
    await aMember(),
    await aMember({ name: "Heron" }),
    await aMember({ name: "Wren" }),
  ];
  const circle = await aCircle(juniper, [await aMember({ name: "Alder" }), heron]);
  await anInvitation(juniper, circle);
  const post = await aPost(juniper, circle);
  await aReply(heron, post);
  await aSetback(juniper, { feelings: { deflated: 8 } });
  await anEffort(juniper, await aGoal(juniper));
  await aWin(juniper);

  const seenBy = async (id: string) =>
    connected("app", async (app) => {
      await app.query("begin");
      await app.query(
        "select set_config('role', 'onward_member', true), set_config('app.viewer', $1, true)",
        [id],
      );
      const counts: Record<string, number> = {};
      for (const table of [
        "users",
        "circles",
        "memberships",
        "posts",
        "replies",
        "invitations",
        "arrivals",
        "setbacks",
        "feelings",
        "goals",
        "efforts",
        "wins",
      ]) {
        const columns = table === "users" ? "id" : "*";
        counts[table] = (await app.query(`select ${columns} from ${table}`)).rowCount ?? 0;
      }
      return counts;
    });

  expect(await seenBy(juniper.id)).toEqual({
    users: 1,
    circles: 1,
    memberships: 3,
    posts: 1,
    replies: 1,
    invitations: 2,
    arrivals: 2,
    setbacks: 1,
    feelings: 1,
    goals: 1,
    efforts: 1,
    wins: 1,
  });
  expect(await seenBy(heron.id)).toEqual({
    users: 1,
    circles: 1,
    memberships: 3,
    posts: 1,
    replies: 1,
    invitations: 0,
    arrivals: 0,
    setbacks: 0,
    feelings: 0,
    goals: 0,
    efforts: 0,
    wins: 0,
  });
  expect(await seenBy(wren.id)).toEqual({
    users: 1,
    circles: 0,
    memberships: 0,
    posts: 0,
    replies: 0,
    invitations: 0,
    arrivals: 0,
    setbacks: 0,
    feelings: 0,
    goals: 0,
    efforts: 0,
    wins: 0,
  });
});

test("nobody seats themselves, and nobody writes in another's name", async () => {
  const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
  const circle = await aCircle(juniper);
  await connected("app", async (app) => {
    const tries = [
      `insert into memberships (circle_id, user_id, alias, seat) values ('${circle.id}', '${wren.id}', 'Wren', 2)`,
      `insert into posts (circle_id, id, author_id, kind, body) values ('${circle.id}', gen_random_uuid(), '${wren.id}', 'ask', 'x')`,
      `insert into posts (circle_id, id, author_id, kind, body) values ('${circle.id}', gen_random_uuid(), '${juniper.id}', 'ask', 'x')`,
      `insert into wins (user_id, id, body, day) values ('${juniper.id}', gen_random_uuid(), 'x', now())`,
      `insert into invitations (circle_id, id, token_hash, made_by_id, uses, expires_at) values ('${circle.id}', gen_random_uuid(), 'x', '${wren.id}', 1, now())`,
      `update users set verified_at = now()`,
      `select app.seat_viewer('${circle.id}', 'Wren', null)`,
    ];
    for (const sql of tries) {
      await app.query("begin");
      await app.query(
        "select set_config('role', 'onward_member', true), set_config('app.viewer', $1, true)",
        [wren.id],
      );
      await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      await app.query("rollback");
    }
  });
});

test("a co-facilitator reaches neither the facilitator's role nor who has left, and what was taken back stays so", async () => {
  const [juniper, wren, heron, tern] = await Promise.all(
    ["Juniper", "Wren", "Heron", "Tern"].map((name) => aMember({ name })),
  );
  if (!juniper || !wren || !heron || !tern) throw new Error("Four are needed.");
  const circle = await aCircle(juniper, [wren, heron, tern]);
  const invitation = await anInvitation(juniper, circle);
  const here = `circle_id = '${circle.id}'`;
  const seatOf = ({ id }: { id: string }) => `${here} and user_id = '${id}'`;
  await connected("admin", async (admin) => {
    await admin.query(`update memberships set role = 'cofacilitator' where ${seatOf(wren)}`);
    await admin.query(`update memberships set left_at = now(), seat = null where ${seatOf(tern)}`);
    await admin.query(`update invitations set revoked_at = now() where ${here} and id = '${invitation.id}'`);
  });
  await connected("app", async (app) => {
    const trying = async (who: { id: string }, sql: string) => {
      await app.query("begin");
      await app.query(
        "select set_config('role', 'onward_member', true), set_config('app.viewer', $1, true)",
        [who.id],
      );
      const changed = await app.query(sql).then(
        ({ rowCount }) => rowCount,
        ({ code }) => code,
      );
      await app.query("rollback");
      return changed;
    };
    const setRole = (whose: { id: string }, role: string) =>
      `update memberships set role = '${role}' where ${seatOf(whose)}`;
    expect(await trying(wren, setRole(wren, "facilitator"))).toBe("42501");
    expect(await trying(wren, setRole(heron, "facilitator"))).toBe("42501");
    expect(await trying(wren, setRole(juniper, "member"))).toBe(0);
    expect(await trying(wren, setRole(wren, "member"))).toBe(1);
    expect(await trying(juniper, setRole(heron, "facilitator"))).toBe(1);
    const seatAgain = `update memberships set left_at = null, seat = 4 where ${seatOf(tern)}`;
    expect(await trying(juniper, seatAgain)).toBe(0);
    const takeUpAgain = `update invitations set revoked_at = null where ${here} and id = '${invitation.id}'`;
    expect(await trying(juniper, takeUpAgain)).toBe(0);
  });
});
