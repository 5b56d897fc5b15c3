import type pg from "pg";
import { privateWords } from "@/lib/private-words";

/**
 * Lays what members told beside its sealed rows, opened, for as long as this connection lasts: so that whoever
 * reckons up can ask for words. What does not open is there as the sentence that stands for it.
 */
export async function openSetbacks(admin: pg.Client): Promise<void> {
  await admin.query(`create temporary table opened_setbacks (user_id uuid, id uuid, happened text, company text);
    create temporary table opened_feelings (user_id uuid, setback_id uuid, word text, strength int)`);
  const members = await admin.query<{ id: string; dataKey: string | null; sealedAt: Date | null }>(
    `select id, data_key as "dataKey", sealed_at as "sealedAt" from users`,
  );
  for (const member of members.rows) {
    const words = privateWords(member);
    const setbacks = await admin.query<{ id: string; happened: string; company: string | null }>(
      "select id, happened, company from setbacks where user_id = $1",
      [member.id],
    );
    for (const { id, happened, company } of setbacks.rows) {
      await admin.query("insert into opened_setbacks values ($1, $2, $3, $4)", [
        member.id,
        id,
        words.open("setbacks.happened", id, happened),
        words.open("setbacks.company", id, company),
      ]);
    }
    const feelings = await admin.query<{ id: string; word: string; strength: number }>(
      "select setback_id as id, word, strength from feelings where user_id = $1",
      [member.id],
    );
    for (const { id, word, strength } of feelings.rows) {
      await admin.query("insert into opened_feelings values ($1, $2, $3, $4)", [
        member.id,
        id,
        words.open("feelings.word", id, word),
        strength,
      ]);
    }
  }
}
