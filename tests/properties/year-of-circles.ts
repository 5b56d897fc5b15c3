import { addHours } from "date-fns";
import type { Client } from "pg";
import { comeBack, pauseSeat } from "@/lib/absences/pause-seat";
import { eraseMember } from "@/lib/accounts/erase-member";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { remindOfPosts } from "@/lib/jobs/remind-of-posts";
import { tendCircles } from "@/lib/jobs/tend-circles";
import { turnRoles } from "@/lib/jobs/turn-roles";
import { askToLeave, handOver } from "@/lib/memberships/actions";
import { rows } from "../database/connect";
import { daysPassIn } from "../days-pass";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { keepApart } from "../keep-apart";
import { as, submit } from "../people";
import {
  land,
  letRest,
  lookForCircles,
  meet,
  type Person,
  type Seat,
  theModerator,
  type World,
} from "./year-of-comings";

/*
 * A small world in which people come, go, fall silent, rest, come back, fall out with each other, are asked to leave
 * and are erased, a day at a time. What they do is drawn from a seed; what becomes of it is Onward's.
 */

/** Numbers between 0 and 1, the same ones for the same seed. */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class YearOfCircles {
  private readonly people: Person[] = [];
  private readonly circles: { id: string }[] = [];
  /** Links that were made lately; some do not work any more. */
  private readonly links: { circleId: string; id: string }[] = [];
  private readonly chance: () => number;
  private readonly admin: Client;
  /** How often what happened: a year in which nothing did would prove nothing. */
  readonly happened: Record<string, number> = {};
  private arrived = 0;
  private days = 0;
  private moderator: Member | undefined;

  constructor(seed: number, admin: Client) {
    this.chance = chances(seed);
    this.admin = admin;
  }

  async begin(): Promise<void> {
    this.moderator = await theModerator();
    for (let opened = 0; opened < 4; opened++) {
      const [first, ...others] = [
        await this.arrive(),
        await this.arrive(),
        await this.arrive(),
        await this.arrive(),
      ];
      this.circles.push(await aCircle(first as Person, others, { name: `Circle ${opened}` }));
    }
  }

  /** One day: it passes, people do what they do, and the worker comes by. */
  async day(): Promise<void> {
    await daysPassIn(this.circles, 1, this.admin);
    await this.admin.query(
      `update users set suspended_until = suspended_until - interval '1 day' where suspended_until is not null;
       update waits set rests_until = rests_until - interval '1 day';
       update proposals set expires_at = expires_at - interval '1 day', created_at = created_at - interval '1 day'
       where circle_id is null`,
    );
    for (const person of this.people) {
      if (person.away > 0) person.away--;
      else if (this.likely(1 / 50)) person.away = 3 + Math.floor(this.chance() * 75);
    }
    const seats = await this.seats();
    await this.speak(seats);
    await meet(this.world, seats);
    for (const seat of seats) await this.move(seat);
    await this.answerOffers();
    await this.gather();
    await land(this.world, await this.seats());
    await letRest(this.world, await this.seats(), this.moderator as Member);
    if (this.days % 3 === 0) await lookForCircles(this.world, await this.seats());
    else await asSystem((db) => db.$executeRaw`select app.end_old_proposals()`);
    await tendCircles();
    if (this.days++ % 2 === 0) await turnRoles();
    await remindOfPosts();
    // At night, too: each step of a reminder has its hour.
    await remindOfPosts(addHours(new Date(), 12));
  }

  private get world(): World {
    const { admin, people, circles, likely } = this;
    return { admin, people, circles, likely, one: (of) => this.one(of), note: (what) => this.note(what) };
  }

  private async arrive(): Promise<Person> {
    const number = this.arrived++;
    const person = {
      ...(await aMember({ name: `P${number}` })),
      number,
      away: 0,
      onlyMeets: number % 7 === 5,
    };
    this.people.push(person);
    return person;
  }

  private likely = (share: number): boolean => this.chance() < share;

  private one<T>(of: T[]): T | undefined {
    return of[Math.floor(this.chance() * of.length)];
  }

  private note(what: string): void {
    this.happened[what] = (this.happened[what] ?? 0) + 1;
  }

  /** Who sits where, always in the same order for the same seed. */
  private async seats(): Promise<Seat[]> {
    const found = await rows<Omit<Seat, "person" | "circle"> & { userId: string }>(
      this.admin,
      `select circle_id as "circleId", user_id as "userId", alias, role, paused_at is not null as paused,
              asked_at is not null as asked
       from memberships where left_at is null`,
    );
    return found
      .flatMap((row) => {
        const person = this.people.find(({ id }) => id === row.userId);
        const circle = this.circles.findIndex(({ id }) => id === row.circleId);
        return person ? [{ ...row, person, circle }] : [];
      })
      .sort((one, other) => one.circle - other.circle || one.person.number - other.person.number);
  }

  /** Posts of the day, and an answer to some of them: in two statements, with everything that they set off. */
  private async speak(seats: Seat[]): Promise<void> {
    const speaking = seats.filter(
      ({ person, paused }) => person.away === 0 && !person.onlyMeets && this.likely(paused ? 0.02 : 0.3),
    );
    const posts = speaking.map(({ circleId, person }) => ({ id: freshId(), circleId, authorId: person.id }));
    const replies = posts.flatMap((post) => {
      const others = seats.filter(
        ({ circleId, person }) =>
          circleId === post.circleId && person.id !== post.authorId && person.away === 0,
      );
      const other = this.likely(0.7) ? this.one(others) : undefined;
      return other
        ? [{ id: freshId(), postId: post.id, circleId: post.circleId, authorId: other.person.id }]
        : [];
    });
    await this.asThemselves(
      posts,
      (post) =>
        `insert into posts (circle_id, id, author_id, kind, need, body, details)
       values ('${post.circleId}', '${post.id}', '${post.authorId}', 'setback', 'ideas', 'No offer.', '{}')`,
    );
    // Whoever came through the same is asked at once.
    const advice = posts.flatMap((post) =>
      seats.flatMap(({ circleId, person }) =>
        circleId === post.circleId && person.id !== post.authorId && this.likely(0.2)
          ? [`select app.nudge('${person.id}', 'post-advice', '${circleId}', '${post.id}')`]
          : [],
      ),
    );
    await this.admin.query(advice.join("; "));
    // Nobody answers what they do not see.
    await this.asThemselves(
      replies,
      (reply) =>
        `insert into replies (circle_id, id, post_id, author_id, body)
       select circle_id, '${reply.id}', id, '${reply.authorId}', 'I am glad you told us.' from posts
       where circle_id = '${reply.circleId}' and id = '${reply.postId}'`,
    );
  }

  /** Everybody writes under row-level security, in one message to Postgres. */
  private async asThemselves<T extends { authorId: string }>(said: T[], sql: (one: T) => string) {
    const each = said.map((one) => `select set_config('app.viewer', '${one.authorId}', true); ${sql(one)};`);
    await this.admin.query(`begin; set local role onward_member; ${each.join(" ")} commit`);
  }

  /** What somebody does about their own seat, or somebody else's whom they look after. */
  private async move({ circleId, person, alias, role, paused, asked }: Seat): Promise<void> {
    if (person.away > 0) return;
    const circle = { id: circleId };
    if (paused) {
      if (this.likely(1 / 12))
        await this.does(
          "came back",
          as(person, (viewer) => comeBack(viewer, circleId)),
        );
    } else if (asked && this.likely(0.4)) {
      await this.does(
        "was fine",
        as(person, (viewer) => comeBack(viewer, circleId)),
      );
    } else if (this.likely(1 / 120)) {
      await this.does(
        "paused",
        as(person, (viewer) => pauseSeat(viewer, circleId, "Back soon")),
      );
    } else if (this.likely(1 / 150)) {
      await this.does("left", leave(person, circle));
    } else if (role === "facilitator" && this.likely(1 / 25)) {
      const others = (await this.seats()).filter((one) => one.circleId === circleId && one.alias !== alias);
      const other = this.one(others);
      if (other && this.likely(0.5))
        await this.does("was asked to leave", submit(person, askToLeave, { circleId, alias: other.alias }));
      else if (other)
        await this.does(
          "handed over",
          submit(person, handOver, { circleId, alias: other.alias, afterwards: "member" }),
        );
    }
  }

  private async answerOffers(): Promise<void> {
    const asked = await rows<{ id: string }>(
      this.admin,
      `select unnest(array[circle_id, joining_id]) as id from merges where ended_at is null and merged_at is null`,
    );
    if (asked.length === 0) return;
    for (const { circleId, person, paused } of await this.seats()) {
      if (!asked.some(({ id }) => id === circleId)) continue;
      if (paused || person.away > 0 || !this.likely(0.6)) continue;
      const likes = this.likely(0.93);
      const said = await asMember(
        person.id,
        (db) =>
          db.$queryRaw<{ said: string }[]>`
            select app.answer_merge(${circleId}::uuid, o.id, ${likes}) as said
            from app.offered_merge(${circleId}::uuid) o where not o.said_yes`,
      );
      for (const { said: word } of said) this.note(`merge ${word}`);
    }
  }

  /** People meet, fall out, go for good, and open circles of their own. */
  private async gather(): Promise<void> {
    const seats = await this.seats();
    for (const [circle, { id: circleId }] of this.circles.entries()) {
      const holder = seats.find(
        ({ circle: at, role, person }) => at === circle && role === "facilitator" && person.away === 0,
      );
      if (!holder || !this.likely(1 / 14)) continue;
      this.links.push(await anInvitation(holder.person, { id: circleId }));
      await this.join(this.links.at(-1));
    }
    if (this.likely(1 / 4)) await this.join(this.one(this.links.slice(-12)));
    // Now and then everybody in a circle is on holiday at once.
    if (this.likely(1 / 25)) {
      const circle = this.one(this.circles);
      for (const { circleId, person } of await this.seats())
        if (circleId === circle?.id)
          await this.does(
            "paused",
            as(person, (viewer) => pauseSeat(viewer, circleId)),
          );
    }
    if (this.likely(1 / 20)) {
      const [one, other] = [this.one(this.people), this.one(this.people)];
      if (one && other && one !== other) await this.does("blocked", keepApart(one, other));
    }
    if (this.likely(1 / 30)) {
      const opener = this.one(this.people.filter(({ away }) => away === 0));
      const sits = seats.filter(({ person }) => person === opener).length;
      if (opener && sits < 3) {
        this.circles.push(await aCircle(opener, [], { name: `Circle ${this.circles.length}` }));
        this.note("opened");
      }
    }
    if (this.likely(1 / 25)) await this.erase();
    if (this.likely(1 / 20)) await this.arrive();
  }

  private async join(link: { circleId: string; id: string } | undefined): Promise<void> {
    const guest = this.one(this.people.filter(({ away }) => away === 0));
    if (link && guest) this.note(`join ${await join(guest, { id: link.circleId }, link)}`);
  }

  private async erase(): Promise<void> {
    const leaver = this.one(this.people);
    if (!leaver) return;
    await this.admin.query(`update users set leaves_at = now() - interval '1 second' where id = $1`, [
      leaver.id,
    ]);
    await this.does(
      "was erased",
      asSystem((db) => eraseMember(db, leaver.id)),
    );
    this.people.splice(this.people.indexOf(leaver), 1);
  }

  /** Whoever was asked to leave a moment ago finds nothing there any more, and that is an answer too. */
  private async does(what: string, work: Promise<unknown>): Promise<void> {
    const isGone = await work.then(
      () => false,
      (trouble: { digest?: string }) => {
        if (!trouble.digest?.endsWith(";404")) throw trouble;
        return true;
      },
    );
    this.note(isGone ? "found nothing" : what);
  }
}
