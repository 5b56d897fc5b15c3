import { asMember } from "@/lib/db";
import type { Prisma } from "@/lib/generated/client";
import { freshId } from "@/lib/ids";
import { privateWords } from "@/lib/private-words";
import type { Member } from "./factories";

/** A plan for a kind of setback, unless told for a stage or a feeling. */
export async function aPlan(
  member: Member,
  said: Partial<Pick<Prisma.IfThenPlanCreateManyInput, "kind" | "rehearsedAt" | "deletedAt">> & {
    stage?: string;
    feeling?: string;
    obstacle?: string;
    step?: string;
  } = {},
): Promise<{ id: string }> {
  const id = freshId();
  const words = privateWords(member);
  const { step = "call Alder", ...rest } = said;
  const [stage, feeling, obstacle] = [said.stage ?? null, said.feeling ?? null, said.obstacle ?? null];
  await asMember(member.id, (db) =>
    db.ifThenPlan.createMany({
      data: {
        id,
        userId: member.id,
        kind: (stage ?? feeling ?? obstacle) ? null : "silence",
        ...rest,
        stage: words.seal("if_then_plans.stage", id, stage),
        feeling: words.seal("if_then_plans.feeling", id, feeling),
        obstacle: words.seal("if_then_plans.obstacle", id, obstacle),
        step: words.seal("if_then_plans.step", id, step),
      },
    }),
  );
  return { id };
}

/** A plan that a setback called up. */
export async function aFiring(member: Member, plan: { id: string }, setback: { id: string }) {
  const firing = { planId: plan.id, setbackId: setback.id };
  await asMember(member.id, (db) => db.planFiring.createMany({ data: { userId: member.id, ...firing } }));
  return firing;
}
