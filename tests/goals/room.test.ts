import { describe, expect, test } from "vitest";
import { addGoal, bringGoalBack, changeGoal, deleteGoal } from "@/lib/goals/actions";
import { findGoal, listGoals } from "@/lib/goals/queries";
import { MOST_GOALS } from "@/lib/goals/room-for-goal";
import { MOST, MOST_AMOUNTS } from "@/lib/goals/schema";
import { comesInAmounts } from "@/lib/goals/units";
import { freshId } from "@/lib/ids";
import { aMember } from "../factories";
import { aGoal } from "../factories-of-goals";
import { as, submit } from "../people";

const study = { title: "Study", category: "skills", weekdays: "2", everyDays: 3 };

describe.each(["times", "minutes", "pages"] as const)("a goal in %s", (unit) => {
  test.each(Object.entries(comesInAmounts(unit) ? MOST_AMOUNTS : MOST))(
    "with the rhythm %s may be for as many as %i, and for no more",
    async (rhythm, times) => {
      const juniper = await aMember();
      const form = { id: freshId(), ...study, rhythm, unit };
      expect(await submit(juniper, addGoal, { ...form, times })).toMatchObject({ status: "went" });
      expect(await as(juniper, (viewer) => findGoal(viewer, form.id))).toMatchObject({ rhythm, times });
      const { id: goalId } = await aGoal(juniper);
      const change = { ...study, goalId, rhythm, unit };
      expect(await submit(juniper, changeGoal, { ...change, times })).toMatchObject({ message: "Changed." });
      for (const [action, sent] of [
        [addGoal, { ...form, id: freshId() }],
        [changeGoal, change],
      ] as const)
        expect(await submit(juniper, action, { ...sent, times: times + 1 })).toMatchObject({
          fieldErrors: { times: "That is a lot. Please choose a smaller number." },
        });
    },
  );
});

test("goals have room for fifty, finished ones aside, and what is refused is still there", async () => {
  const juniper = await aMember();
  await aGoal(juniper, { finishedAt: new Date() });
  const deleted = await aGoal(juniper, { deletedAt: new Date() });
  const away = await aGoal(juniper, { archivedAt: new Date() });
  for (let at = 2; at < MOST_GOALS; at++) await aGoal(juniper);
  const form = { id: freshId(), ...study, rhythm: "day", times: 1, draftKey: "goal" };
  const last = () => submit(juniper, addGoal, form);
  expect((await Promise.all([last(), last()])).map(({ status }) => status)).toEqual(["went", "went"]);
  const refused = { message: expect.stringContaining(`There are ${MOST_GOALS} goals here`) };
  const another = await submit(juniper, addGoal, { ...form, id: freshId(), title: "One more" });
  expect(another).toMatchObject({ ...refused, values: { title: ["One more"] } });
  expect(await submit(juniper, bringGoalBack, { goalId: deleted.id })).toMatchObject(refused);
  expect(await as(juniper, listGoals)).toHaveLength(MOST_GOALS - 1);
  await submit(juniper, deleteGoal, { goalId: away.id });
  expect(await submit(juniper, bringGoalBack, { goalId: deleted.id })).toMatchObject({ to: "/goals" });
});
