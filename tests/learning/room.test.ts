import { expect, test } from "vitest";
import { freshId } from "@/lib/ids";
import { beginLearningPlan, bringLearningPlanBack } from "@/lib/learning/actions";
import { listLearningPlans } from "@/lib/learning/queries";
import { MOST_LEARNING_PLANS } from "@/lib/learning/rules";
import { aMember } from "../factories";
import { aLearningPlan } from "../factories-of-learning";
import { as, submit } from "../people";

test("there is room for so many things to learn, and what is refused is still there", async () => {
  const juniper = await aMember();
  const deleted = await aLearningPlan(juniper, { deletedAt: new Date() });
  for (let at = 1; at < MOST_LEARNING_PLANS; at++) await aLearningPlan(juniper);
  const begin = (id: string) =>
    submit(juniper, beginLearningPlan, { id, goalId: freshId(), skill: "Openings", step1: "Read" });
  const last = freshId();
  const twice = await Promise.all([begin(last), begin(last)]);
  expect(twice.map(({ status }) => status)).toEqual(["went", "went"]);
  const refused = {
    message: expect.stringContaining(`There are ${MOST_LEARNING_PLANS} things to learn here`),
  };
  expect(await begin(freshId())).toMatchObject({ ...refused, values: { skill: ["Openings"] } });
  expect(await submit(juniper, bringLearningPlanBack, { learningPlanId: deleted.id })).toMatchObject(refused);
  expect(await as(juniper, listLearningPlans)).toHaveLength(MOST_LEARNING_PLANS);
});
