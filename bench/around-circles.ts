// What goes on around circles, week after week, in all of them: so that pages about one read tables that have grown.

import { sealForModerators } from "../lib/reports/sealed.ts";
import { linkCodeOf, linkHashOf } from "../lib/supporters/code.ts";
import { connect } from "../scripts/roles.ts";
import type { Around } from "./pages.ts";
import type { BenchSite } from "./site.ts";
import type { Person } from "./world.ts";

/** The day on which a circle's week began, so many weeks ago. */
const weekAgo = (circle: string, weeks: string) =>
  `(current_date - ((extract(isodow from current_date)::int - ${circle}.meeting_day + 7) % 7) - 7 * ${weeks})`;

/** An id of its moment: uuidv7() is Postgres's own only since 18. */
const idOf = (moment: string) =>
  `(lpad(to_hex((extract(epoch from ${moment}) * 1000)::bigint), 12, '0')
    || '7' || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid`;

const WEEKS = 26;

/** Half a year of weeks in every circle, and what members have besides: one row or a few for each of them. */
const forEverybody = [
  `insert into rotations (circle_id, every, starts_on, seat, turned_on)
   select id, 4, current_date - 60, 1, current_date - 3 from circles`,
  `insert into check_ins (circle_id, author_id, week, word, line, need, created_at)
   select m.circle_id, m.user_id, ${weekAgo("c", "n")}, 'mixed', 'Two calls, and a long walk on Sunday.', 'listen',
     now() - n * interval '7 days'
   from memberships m join circles c on c.id = m.circle_id, generate_series(0, ${WEEKS - 1}) n
   where m.left_at is null and (m.seat + n) % 5 > 0`,
  `insert into commitments (circle_id, id, author_id, week, words, outcome, outcome_at, created_at)
   select i.circle_id, ${idOf("i.created_at")}, i.author_id, i.week, 'Write to two people from the fair by Thursday',
     case when i.created_at < now() - interval '6 days' then 'kept'::commitment_outcome end,
     case when i.created_at < now() - interval '6 days' then i.created_at + interval '6 days' end, i.created_at
   from check_ins i, generate_series(1, 3)`,
  `insert into meetings (circle_id, id, opened_by_id, kind, agenda, minutes, people, began_seat, opened_at, closes_at,
     ended_at)
   select c.id, ${idOf("day")}, c.opened_by_id, 'live', 'weekly', 60, 6, 1 + n % 4, day, day + interval '3 hours',
     day + interval '1 hour'
   from circles c, generate_series(1, ${WEEKS}) n, lateral (select ${weekAgo("c", "n")}::timestamptz as day) held`,
  `insert into attendances (circle_id, meeting_id, member_id, place, had_turn_at, came_at)
   select m.circle_id, m.id, s.user_id, s.seat, m.opened_at, m.opened_at
   from meetings m join memberships s on s.circle_id = m.circle_id and s.left_at is null where s.seat <> 3`,
  `insert into nudges (user_id, kind, about_id, circle_id, created_at, done_at)
   select m.user_id, case n % 2 when 0 then 'turn-to-hold' else 'few' end, gen_random_uuid(), m.circle_id,
     now() - n * interval '3 days', case when n > 2 then now() - n * interval '2 days' end
   from memberships m, generate_series(1, 12) n where m.left_at is null`,
  `insert into waits (user_id, time_zone, languages, hours, level, pace, need, alias, since)
   select id, time_zone, '{English}', '{2-evening}', 'mid', 'weekly', 'both', name, now() from users`,
  `update circles set listed_at = now() - interval '9 days', listed_words = 'People between jobs in the north.',
     takes_up_to = 8
   where id in (select circle_id from memberships where left_at is null group by circle_id having count(*) < 7)`,
  `insert into reminder_settings (user_id, digest_hour) select id, 17 from users`,
  `insert into today_layouts (user_id, sections, hidden, pictures) select id, '{}', '{}', '{}' from users`,
  `insert into declined_steps (user_id, day) select id, current_date - 1 from users`,
  `insert into noticed_wins (user_id, kind, occasion, answer, answered_on)
   select id, 'came_back', (current_date - 30 * n)::text, 'not_for_me', current_date - 30 * n from users, generate_series(1, 4) n`,
  `insert into planned_steps (user_id, id, words, day)
   select id, ${idOf("now()")}, 'Write to Alder', current_date - n from users, generate_series(3, 30, 7) n`,
];

/** Fills in what everybody has around their circles, in a world that is there. */
export function fillAround({ postgres: { admin } }: Pick<BenchSite, "postgres">): Promise<void> {
  return connect(admin, async (client) => {
    await client.query("begin");
    await client.query("set local session_replication_role = 'replica'");
    for (const sql of forEverybody) await client.query(sql);
    await client.query("commit");
    await client.query("vacuum analyze");
  });
}

const POSTS_REPORTED = 1_200;
const LINKS = 12;

/** Somebody who holds their circle, has supporters, and is a moderator: whoever opens the pages around a circle. */
export function aHolder(site: Pick<BenchSite, "postgres">, person: Person): Promise<Around> {
  const { id, circleId } = person;
  return connect(site.postgres.admin, async (client) => {
    const ask = async (sql: string, values: unknown[]) =>
      (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? "";
    await client.query(
      `update memberships set role = case user_id when $2 then 'cofacilitator'::membership_role else 'member' end
       where circle_id = $1 and role <> 'facilitator' and left_at is null`,
      [circleId, id],
    );
    await client.query("insert into moderators (user_id) values ($1)", [id]);
    const [words, snapshot] = [
      "Please look at this.",
      JSON.stringify({ circle: "Lanterns", alias: "Heron", body: "No offer.", at: null, around: [] }),
    ].map(sealForModerators);
    await client.query("set session_replication_role = 'replica'");
    await client.query(
      `insert into reports (id, reporter_id, reported_id, circle_id, about, thing_id, reason, words, snapshot, decided_at)
       select ${idOf("p.created_at")}, m.user_id, p.author_id, p.circle_id, 'post', p.id, 'harassment', $1, $2,
         case when row_number() over () > 40 then now() - row_number() over () * interval '1 day' end
       from (select * from posts where circle_id <> $3 and author_id is not null limit ${POSTS_REPORTED}) p
       join lateral (select user_id from memberships where circle_id = p.circle_id and user_id <> p.author_id limit 1) m on true`,
      [words, snapshot, circleId],
    );
    const links = Array.from({ length: LINKS }, () => crypto.randomUUID());
    for (const link of links)
      await client.query(
        `insert into supporter_links (user_id, id, token_hash, name, called, all_goals, wins, names_shown, expires_at)
         values ($1, $2, $3, 'Sam from the career centre', 'Juniper', true, true, true, now() + interval '20 days')`,
        [id, link, linkHashOf({ userId: id, id: link })],
      );
    const [linkId = ""] = links;
    await client.query(
      `insert into supporter_visits (user_id, id, link_id, visited_at)
       select $1, gen_random_uuid(), $2, now() - n * interval '3 hours' from generate_series(1, 60) n`,
      [id, linkId],
    );
    const meetingId = await ask(
      `insert into meetings (circle_id, id, opened_by_id, kind, agenda, minutes, people, began_seat, closes_at)
       values ($1, ${idOf("now()")}, $2, 'live', 'weekly', 60, 6, 1, now() + interval '3 hours') returning id`,
      [circleId, id],
    );
    await client.query(
      `insert into attendances (circle_id, meeting_id, member_id, place)
       select circle_id, $2, user_id, seat from memberships where circle_id = $1 and left_at is null`,
      [circleId, meetingId],
    );
    await client.query("set session_replication_role = default");
    await client.query("vacuum analyze");
    const replyId = await ask(
      `select r.id from replies r join posts p on p.circle_id = r.circle_id and p.id = r.post_id
       where r.circle_id = $1 and r.author_id = $2 and p.author_id <> $2 order by r.created_at desc limit 1`,
      [circleId, id],
    );
    return {
      circleId,
      meetingId,
      linkId,
      code: linkCodeOf({ userId: id, id: linkId }),
      seat: "3",
      openId: await ask(
        `select c.id from circles c where listed_at is not null and not exists (
           select from memberships m where m.circle_id = c.id and m.user_id = $1) limit 1`,
        [id],
      ),
      postId: await ask("select post_id as id from replies where circle_id = $1 and id = $2", [
        circleId,
        replyId,
      ]),
      replyId,
      reportId: await ask("select id from reports where decided_at is null order by id limit 1", []),
    };
  });
}
