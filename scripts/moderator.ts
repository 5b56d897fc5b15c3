// npm run moderator -- list            who handles reports here, and whether anything waits for another moderator
// npm run moderator -- add ADDRESS     asks a member to handle reports
// npm run moderator -- remove ADDRESS  ends that

import type pg from "pg";
import { workSettings } from "./database.ts";
import { Problem } from "./problem.ts";
import { connect } from "./roles.ts";
import { runCommand } from "./steps.ts";

await runCommand(async () => {
  const [wish = "list", given] = process.argv.slice(2);
  const act = wish === "list" ? list : wish === "add" ? add : wish === "remove" ? remove : null;
  if (!act || (act !== list && !given))
    throw new Problem("npm run moderator -- add ADDRESS, remove ADDRESS, or list.");
  const address = workSettings().DATABASE_URL ?? process.env.DATABASE_URL ?? "";
  await connect(address, async (client) => {
    await client.query("begin; set local role onward_system");
    await act(client, (given ?? "").trim().toLowerCase());
    await client.query("commit");
  });
  return 0;
});

async function add(client: pg.Client, address: string): Promise<void> {
  const id = await findMember(client, address);
  const { rowCount } = await client.query(
    "insert into moderators (user_id) values ($1) on conflict do nothing",
    [id],
  );
  if (rowCount) await note(client, id, "named by the operator");
  console.log(rowCount ? `${address} handles reports from now on.` : `${address} did so already.`);
}

async function remove(client: pg.Client, address: string): Promise<void> {
  const id = await findMember(client, address);
  const { rowCount } = await client.query("delete from moderators where user_id = $1", [id]);
  if (rowCount) await note(client, id, "ended by the operator");
  console.log(rowCount ? `${address} handles no reports any more.` : `${address} did not.`);
}

async function list(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ email: string; since: string }>(
    `select u.email, to_char(m.created_at, 'YYYY-MM-DD') as since
     from moderators m join users u on u.id = m.user_id order by m.created_at`,
  );
  if (rows.length === 0)
    console.log("Nobody handles reports here. Name somebody: npm run moderator -- add ADDRESS");
  else console.table(rows.map(({ email, since }) => ({ moderator: email, since })));
  // By the rule that their own pages go by (prisma/policies/report.sql); and nobody hears an appeal against what they
  // decided themselves.
  const { rows: waiting } = await client.query<{ what: string; waits: number; for_nobody: number }>(
    `with free as (
       select unnest(app.cases_of(m.user_id)) as report_id, m.user_id from moderators m)
     select 'reports' as what, count(*)::int as waits,
       count(*) filter (where not exists (select from free where free.report_id = r.id))::int as for_nobody
     from reports r where r.decided_at is null
     union all
     select 'appeals', count(*)::int,
       count(*) filter (where not exists (
         select from free where free.report_id = d.report_id and free.user_id is distinct from d.moderator_id))::int
     from appeals a join decisions d on d.id = a.decision_id where a.decided_at is null`,
  );
  for (const { what, waits, for_nobody } of waiting) {
    if (waits > 0) console.log(`${waits} ${what} wait.`);
    if (for_nobody > 0)
      console.log(`  ${for_nobody} of them nobody named may handle: please name another moderator.`);
  }
}

/** Whoever has confirmed the address. */
async function findMember(client: pg.Client, address: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    "select id from users where email = $1 and verified_at is not null",
    [address],
  );
  const [member] = rows;
  if (!member) throw new Problem(`Nobody here has confirmed the address ${address}.`);
  return member.id;
}

async function note(client: pg.Client, id: string, act: string): Promise<void> {
  await client.query(
    "insert into moderation_lines (moderator, act) values (sha256(convert_to($1, 'UTF8')), $2)",
    [id, act],
  );
}
