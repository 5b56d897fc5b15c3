import fc from "fast-check";
import { expect, test } from "vitest";
import { saveDraft } from "@/lib/drafts/actions";
import { findDraft } from "@/lib/drafts/queries";
import { aMember, type Member } from "../factories";
import { as, submit } from "../people";

/* A draft never goes back: whatever order the saves of several pages arrive in, what was typed last is kept. */

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
const NOON = Date.UTC(2025, 0, 15, 12);

/** When it was typed, in seconds of that day. */
const saves = fc.array(fc.nat(12), { minLength: 1, maxLength: 12 });

const save = (member: Member, typedAt: number, words: string) =>
  submit(member, saveDraft, { draftKey: "setback", typedAt: NOON + typedAt * 1000, happened: words });
const kept = async (member: Member) =>
  (await as(member, (viewer) => findDraft(viewer, "setback")))?.values.happened?.[0];

test(`a save that is said to be kept is the newest, and one that is not says so (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(saves, async (moments) => {
      const juniper = await aMember();
      let newest = -1;
      let words: string | undefined;
      for (const [at, moment] of moments.entries()) {
        const answer = await save(juniper, moment, `save ${at}`);
        expect(answer.status).toBe(moment >= newest ? "done" : "refused");
        if (moment >= newest) [newest, words] = [moment, `save ${at}`];
        expect(await kept(juniper)).toBe(words);
      }
    }),
    { numRuns: 25, seed },
  );
}, 60_000);

test(`saves that arrive at once leave the newest words (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(saves, async (moments) => {
      const juniper = await aMember();
      const answers = await Promise.all(moments.map((moment) => save(juniper, moment, `typed at ${moment}`)));
      const newest = Math.max(...moments);
      expect(await kept(juniper)).toBe(`typed at ${newest}`);
      expect(answers[moments.indexOf(newest)]).toMatchObject({ status: "done" });
    }),
    { numRuns: 15, seed },
  );
}, 60_000);
