import { afterAll, expect, test } from "vitest";
import { connected, rows } from "../database/connect";
import { moveToScratchDatabase } from "../database/scratch";
import { YearOfCircles } from "./year-of-circles";

// The worker looks at every circle there is.
afterAll(await moveToScratchDatabase());

/*
 * No circle is ever frozen, whoever stays away. Frozen would be: people are there and nobody who is there holds the
 * circle; something is offered and never ends; a seat waits for somebody and never stops waiting; somebody is silent,
 * and is neither asked nor paused; a circle is small and is neither offered nor told anything; nobody sits in a circle
 * any more, and it is kept for ever. Each line finds what must not be there after the worker came by.
 */
/** Posts that became so old today and are not answered, and each who could be told of them. */
const waiting = (hours: number) => `select p.id from posts p
     join memberships author on author.circle_id = p.circle_id and author.user_id = p.author_id
     join memberships other on other.circle_id = p.circle_id and other.user_id <> p.author_id
     where p.created_at between now() - interval '${hours + 23} hours' and now() - interval '${hours} hours'
       and p.taken_back_at is null and author.left_at is null and other.left_at is null and other.paused_at is null
       and not exists (select from replies r where r.circle_id = p.circle_id and r.post_id = p.id
                         and r.author_id <> p.author_id and r.taken_back_at is null)
       and not exists (select from blocks b where (b.user_id, b.blocked_id) in
                         ((author.user_id, other.user_id), (other.user_id, author.user_id)))`;

const never: [what: string, sql: string][] = [
  [
    "people are there, and not exactly one of them holds the circle",
    `select circle_id from memberships where left_at is null group by circle_id
     having count(*) filter (where paused_at is null) > 0
        and count(*) filter (where paused_at is null and role = 'facilitator') <> 1
        or count(*) filter (where role = 'facilitator') <> 1`,
  ],
  [
    "two are there, and nobody stands beside who holds the circle; or somebody holds it who rests",
    `select circle_id from memberships where left_at is null group by circle_id
     having count(*) filter (where paused_at is null) >= 2
        and (count(*) filter (where paused_at is null and role = 'cofacilitator') = 0
             or count(*) filter (where paused_at is not null and role <> 'member') > 0)`,
  ],
  [
    "an account that moderators let rest holds a seat open as if it were there, or its place in matching",
    `select u.id from users u where u.suspended_until > now()
       and (exists (select from memberships m where m.user_id = u.id and m.left_at is null and m.paused_at is null)
            or exists (select from waits w where w.user_id = u.id and w.since is not null)
            or exists (select from proposals p where p.user_id = u.id and p.ended_at is null))`,
  ],
  [
    "whoever was heard since is still asked how they are",
    `select user_id from memberships where left_at is null and asked_at < heard_at`,
  ],
  [
    "a turn goes on for weeks after its end",
    `select r.circle_id from rotations r
     where r.every > 0 and r.turned_on < current_date - 8
       and exists (select from memberships m
                   where m.circle_id = r.circle_id and m.left_at is null and m.paused_at is null)`,
  ],
  [
    "somebody sits in a circle from which they landed",
    `select l.user_id from landings l join memberships m on m.circle_id = l.circle_id and m.user_id = l.user_id
     where m.left_at is null`,
  ],
  [
    "what is proposed to fewer than four is not over, or a circle proposes seats that it offers no more",
    `select id from proposals where ended_at is null and circle_id is null group by id having count(*) < 4
     union all
     select p.id from proposals p join circles c on c.id = p.circle_id
     where p.ended_at is null and c.matched_at is null`,
  ],
  [
    "more than eight sit in a circle",
    `select circle_id from memberships where left_at is null group by circle_id
     having count(*) > 8 or count(distinct seat) <> count(*)`,
  ],
  [
    "somebody sits in more than three circles",
    `select user_id from memberships where left_at is null group by user_id having count(*) > 3`,
  ],
  [
    "whoever was asked to leave sits there again",
    `select user_id from memberships where left_at is null and removed_at is not null`,
  ],
  [
    "a merge is offered without end, or a yes outlives it",
    `select id from merges where ended_at is null and merged_at is null and created_at <= now() - interval '7 days'
     union all
     select merge_id from merge_consents c join merges m on m.circle_id = c.circle_id and m.id = c.merge_id
     where m.ended_at is not null or m.merged_at is not null`,
  ],
  [
    "two offers are open to one circle",
    `select circle from merges m, unnest(array[m.circle_id, m.joining_id]) circle
     where ended_at is null and merged_at is null group by circle having count(*) > 1`,
  ],
  [
    "somebody sits in a circle that joined another",
    `select s.user_id from merges m join memberships s on s.circle_id = m.joining_id
     where m.merged_at is not null and s.left_at is null`,
  ],
  [
    "a merge brought people together of whom one had blocked the other",
    `select m.id from merges m
     join memberships came on came.circle_id = m.joining_id and came.left_at = m.merged_at
     join memberships were on were.circle_id = m.circle_id and were.joined_at < m.merged_at
                          and (were.left_at is null or were.left_at > m.merged_at)
     join blocks b on (b.user_id, b.blocked_id) in ((came.user_id, were.user_id), (were.user_id, came.user_id))
     where m.merged_at > now() - interval '12 hours'`,
  ],
  [
    "a seat waits for somebody without end",
    `select user_id from memberships
     where left_at is null and paused_at is not null and greatest(paused_at, heard_at) < now() - interval '29 days'`,
  ],
  [
    "somebody is silent, and is neither asked how they are nor paused",
    `select user_id from memberships
     where left_at is null and paused_at is null
       and greatest(joined_at, heard_at) < now() - interval '11 days'
       and (asked_at is null or greatest(joined_at, heard_at) < now() - interval '22 days')`,
  ],
  [
    "a circle is small for days, and is neither offered nor told anything",
    `select c.id from circles c
     where (select count(*) from memberships s where s.circle_id = c.id and s.left_at is null and s.paused_at is null)
           between 1 and 2
       and c.few_since < now() - interval '4 days' and c.few_told_at is null
       and not exists (select from merges m where c.id in (m.circle_id, m.joining_id) and m.merged_at is null
                         and (m.ended_at is null or m.ended_at > now() - interval '8 days'))`,
  ],
  [
    "a small circle is not known as one, or another is",
    `select c.id from circles c
     cross join lateral (select count(*) filter (where paused_at is null) as active, count(*) as seated
                         from memberships s where s.circle_id = c.id and s.left_at is null) a
     where a.seated > 0 and (a.active < 3) is distinct from (c.few_since is not null)`,
  ],
  [
    "nobody has sat in a circle for over a month, and it is still there",
    `select c.id from circles c
     where c.created_at < now() - interval '32 days'
       and not exists (select from memberships s
                       where s.circle_id = c.id and (s.left_at is null or s.left_at > now() - interval '32 days'))`,
  ],
  [
    "a post has waited for a day, and neither a buddy nor who holds the circle was told",
    `${waiting(24)} and not exists (select from nudges n where n.about_id = p.id
       and n.kind in ('post-waits-for-buddy', 'post-waits-for-holder'))`,
  ],
  [
    "a post has waited for a day and a half, and nobody who holds the circle was told",
    `${waiting(24)} and other.role <> 'member'
       and not exists (select from nudges n where n.about_id = p.id
         and (n.kind = 'post-waits-for-holder' or n.user_id = other.user_id and n.kind = 'post-waits-for-buddy'))`,
  ],
  [
    "a post has waited for two days, and somebody who could answer was not told",
    `${waiting(48)} and not exists (select from nudges n where n.user_id = other.user_id and n.about_id = p.id
       and n.kind like 'post-waits%')`,
  ],
];

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const DAYS = 365;

test(`in a year of absences, breaks, removals, blocks, suspensions and merges no circle is without who holds it, above eight, or frozen (SEED=${seed})`, {
  timeout: 600_000,
}, async () => {
  await connected("admin", async (admin) => {
    const year = new YearOfCircles(seed, admin);
    await year.begin();
    for (let day = 1; day <= DAYS; day++) {
      await year.day();
      const found = await rows<{ what: string }>(
        admin,
        never.map(([what, sql]) => `select '${what}' as what where exists (${sql})`).join(" union all "),
      );
      expect(
        found.map(({ what }) => what),
        `on day ${day}`,
      ).toEqual([]);
    }
    // All of it came to pass, so that something was shown.
    expect(Object.keys(year.happened)).toEqual(
      expect.arrayContaining([
        ...["came back", "was fine", "paused", "left", "was asked to leave", "handed over"],
        ...["blocked", "opened", "was erased", "join seated", "merge waiting"],
        ...["met", "landed", "returned seated", "was let rest", "offered seats, or no more"],
        ...["proposal /circles/find", "proposal /circles/seated"],
      ]),
    );
    if (process.env.SEED) console.log(year.happened);
  });
});
