import { describe, expect, test } from "vitest";
import { asMember, asSystem } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { openBoss } from "@/lib/jobs/boss";
import { queueMail } from "@/lib/mail";
import { about, enqueueFor } from "@/lib/queue";
import { connected, rows } from "../database/connect";
import { aMember } from "../factories";

type Row = { id: string; data: { label: string; sealed: string } };

/** What waits to be mailed under this subject. */
const queued = (subject: string): Promise<Row[]> =>
  connected("admin", (admin) =>
    rows<Row>(admin, "select id, data from pgboss.job where name = 'mail' and data->>'label' = $1", [
      subject,
    ]),
  );

/** A mail that is not worked on while a test looks at it. */
const aMail = () => ({
  to: "wren@example.org",
  subject: `A test, ${freshId()}`,
  text: "https://x/verify/abc",
});

describe("what is queued", () => {
  test("is there when its transaction is committed, and gone when that is undone", async () => {
    const [kept, undone] = [aMail(), aMail()];
    const juniper = await aMember();
    await asMember(juniper.id, (db) => queueMail(db, kept));
    await expect(
      asMember(juniper.id, async (db) => {
        await queueMail(db, undone);
        throw new Error("undo");
      }),
    ).rejects.toThrow("undo");
    expect(await queued(kept.subject)).toHaveLength(1);
    expect(await queued(undone.subject)).toEqual([]);
  });

  test("says neither whom it is for nor what it says", async () => {
    const mail = aMail();
    await asSystem((db) => queueMail(db, mail));
    const [row] = await queued(mail.subject);
    expect(JSON.stringify(row)).not.toMatch(/wren|example|verify/);
    expect(about("mail", row?.data ?? { sealed: "" })).toEqual(mail);
    expect(() => about("reset", row?.data ?? { sealed: "" })).toThrow();
  });

  test("is a job as pg-boss itself would make it", async () => {
    const mail = aMail();
    await asSystem((db) => queueMail(db, mail));
    const [ours] = await queued(mail.subject);
    const { boss, close } = openBoss();
    const id = await boss.send("mail", ours?.data ?? {}, { startAfter: "2000-01-01T00:00:00Z" });
    await close();
    await connected("admin", async (admin) => {
      const shape = `select to_jsonb(j) - array['id', 'created_on', 'start_after', 'keep_until', 'singleton_on'] as job,
                            keep_until - start_after as kept from pgboss.job j where id = $1`;
      expect(await rows(admin, shape, [ours?.id])).toEqual(await rows(admin, shape, [id]));
      await admin.query("delete from pgboss.job where id = $1", [id]);
    });
  });

  test("under a key is one that waits, as pg-boss itself would have it, and its key says nothing", async () => {
    const juniper = await aMember();
    const [key, label, when] = [`${juniper.id} evening`, freshId(), new Date("2000-01-01T00:00:00Z")];
    const wait = () => asSystem((db) => enqueueFor(db, when, "remind", {}, { label, key }));
    await Promise.all([wait(), wait(), wait()]);
    const { boss, close } = openBoss();
    await connected("admin", async (admin) => {
      const waiting = () =>
        rows<Row & { key: string }>(
          admin,
          "select id, data, singleton_key as key from pgboss.job where data->>'label' = $1 order by created_on",
          [label],
        );
      const [ours, ...more] = await waiting();
      expect(more).toEqual([]);
      expect(ours?.key).not.toContain(juniper.id);
      await boss.upsert("remind", ours?.data ?? {}, { singletonKey: freshId(), startAfter: when });
      const shape = `select to_jsonb(j) - array['id', 'created_on', 'singleton_key'] as job
                     from pgboss.job j where data->>'label' = $1`;
      const [one, other] = await rows(admin, shape, [label]);
      expect(one).toEqual(other);

      // What is being done waits no more, and may be put back.
      await admin.query("update pgboss.job set state = 'active' where id = $1", [ours?.id]);
      await wait();
      expect(await waiting()).toHaveLength(3);
      await admin.query("delete from pgboss.job where data->>'label' = $1", [label]);
    });
    await close();
  });

  test("is no member's to see, and nobody's before it is said who looks", async () => {
    const juniper = await aMember();
    for (const sql of ["select from pgboss.job", "select from pgboss.queue", "delete from pgboss.job"]) {
      await connected("app", async (app) => {
        await expect(app.query(sql), sql).rejects.toMatchObject({ code: "42501" });
      });
      await expect(
        asMember(juniper.id, (db) => db.$executeRawUnsafe(sql)),
        sql,
      ).rejects.toThrow(/permission denied/);
    }
    await connected("app", async (app) => {
      await expect(app.query("select app.enqueue('mail', '{}')")).rejects.toMatchObject({ code: "42501" });
    });
  });

  test("goes into a queue that is there", async () => {
    await expect(asSystem((db) => db.$executeRaw`select app.enqueue('elsewhere', '{}')`)).rejects.toThrow(
      /There is no queue elsewhere/,
    );
  });
});
