import { addDays, columnOf, type Day, dayIn } from "@/lib/dates";
import { asMember } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import type { ReasonWhose } from "@/lib/generated/enums";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import { setbackKinds } from "@/lib/setbacks/schema";
import type { Member } from "../factories";

/* What happened to somebody, many rows at once, sealed as the app seals them. */

const momentOf = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000);
const LONG_AGO = momentOf(3);

export type Told = Partial<Pick<Prisma.SetbackCreateManyInput, "kind" | "createdAt" | "deletedAt">> & {
  day?: Day;
  role?: string | null;
  industry?: string | null;
  source?: string | null;
};

/** Setbacks that were written down some days ago. Answers with their ids. */
export async function someSetbacks(member: Member, told: Told[]): Promise<string[]> {
  const words = privateWords(member);
  const data = told.map(({ day = "2026-11-01", role = null, industry = null, source = null, ...rest }) => {
    const id = freshId();
    return {
      id,
      userId: member.id,
      happened: words.seal("setbacks.happened", id, "No offer."),
      role: words.seal("setbacks.role", id, role),
      industry: words.seal("setbacks.industry", id, industry),
      source: words.seal("setbacks.source", id, source),
      day: columnOf(day),
      createdAt: LONG_AGO,
      ...rest,
    };
  });
  await asMember(member.id, (db) => db.setback.createMany({ data }));
  return data.map(({ id }) => id);
}

export async function someReasons(
  member: Member,
  reasons: {
    setbackId: string;
    whose: ReasonWhose | null;
    words?: string;
    letGoAt?: Date | null;
    deletedAt?: Date | null;
  }[],
): Promise<string[]> {
  const sealed = privateWords(member);
  const data = reasons.map(({ words = "I spoke too fast.", ...reason }) => {
    const id = freshId();
    return {
      id,
      userId: member.id,
      saidBy: "me" as const,
      words: sealed.seal("reasons.words", id, words),
      ...reason,
    };
  });
  await asMember(member.id, (db) => db.reason.createMany({ data }));
  return data.map(({ id }) => id);
}

/** Reframes, each with how strong feelings were before it and after it. */
export async function someReframes(
  member: Member,
  reframes: {
    setbackId: string;
    createdAt?: Date;
    deletedAt?: Date | null;
    felt: { before: number; after: number | null }[];
  }[],
): Promise<void> {
  const words = privateWords(member);
  const rows = reframes.map((reframe) => ({ id: freshId(), ...reframe }));
  await asMember(member.id, async (db) => {
    await db.reframe.createMany({
      data: rows.map(({ felt: _, ...row }) => ({
        ...row,
        userId: member.id,
        thought: words.seal("reframes.thought", row.id, "It is always me."),
      })),
    });
    await db.reframeFeeling.createMany({
      data: rows.flatMap(({ id, felt }) =>
        felt.map((feeling, at) => ({
          userId: member.id,
          reframeId: id,
          word: words.seal("reframe_feelings.word", id, `feeling ${at}`),
          ...feeling,
        })),
      ),
    });
  });
}

/** A year in which a lot was written down, with reasons and reframes to it. */
export async function aYear(member: Member, setbacks: number): Promise<void> {
  const today = dayIn(member.timeZone, new Date());
  const ids = await someSetbacks(
    member,
    Array.from({ length: setbacks }, (_, at) => ({
      kind: setbackKinds[at % 5] ?? null,
      day: addDays(today, -Math.floor((at * 360) / setbacks)),
      role: ["Dispatcher", "dispatcher", "Planner", "Buyer", "Clerk", "Driver", "Porter"][at % 7] ?? null,
      industry: "Logistics",
      source: at % 3 ? "a friend" : null,
    })),
  );
  await someReasons(
    member,
    ids.map((setbackId, at) => ({
      setbackId,
      whose: (["mine", "theirs", "chance"] as const)[at % 3] ?? null,
    })),
  );
  await someReframes(
    member,
    ids.map((setbackId, at) => ({
      setbackId,
      createdAt: momentOf(Math.floor((at * 360) / setbacks)),
      felt: [
        { before: 8, after: 4 + (at % 3) },
        { before: 6, after: 6 },
      ],
    })),
  );
}
