import { describe, expect, test } from "vitest";
import { report } from "@/lib/reports/actions";
import { submit } from "../people";
import { reportsOf } from "./rows-of-reports";
import { aWorld, expectedOf, type Person, people } from "./world";

/*
 * Whatever can be reported, tried by every kind of person. Not seen and not there answer alike, so that nobody finds out
 * by reporting what they do not see, or who blocked them.
 */

type Answer = "done" | "404" | "sign in";
type Row = Partial<Record<Person, Answer>> & { anyoneElse: Answer };

const toSignIn = { "signed out": "sign in" } as const;
const seated: Row = {
  ...toSignIn,
  author: "404",
  outsider: "404",
  former: "404",
  removed: "404",
  anyoneElse: "done",
};

const expected: Record<string, Row> = {
  // Whoever left, for whatever reason, can still report who was there with them.
  "a person": { ...toSignIn, author: "404", outsider: "404", anyoneElse: "done" },
  "a check-in": seated,
  "a commitment": seated,
  "a written turn": seated,
  "an ask for a seat": { ...toSignIn, facilitator: "done", cofacilitator: "done", anyoneElse: "404" },
  // As the list itself: for who sits nowhere near it, and was not asked to leave.
  "a circle that lists itself": { ...toSignIn, outsider: "done", former: "done", anyoneElse: "404" },
  "a supporter's note": { ...toSignIn, author: "done", anyoneElse: "404" },
};

describe.each(Object.keys(reportsOf))("a report of %s", (thing) => {
  test("is made by whoever sees it, and by nobody else", async () => {
    const world = await aWorld();
    const { fields } = (await reportsOf[thing]?.(world)) ?? { fields: {} };
    const answers: Partial<Record<Person, string>> = {};
    for (const person of people) {
      const answer = await submit(person === "signed out" ? null : world[person], report, fields);
      answers[person] =
        answer.status === "went" ? (answer.to.startsWith("/sign-in") ? "sign in" : "done") : answer.status;
    }
    for (const person of people) {
      const due = expectedOf(expected[thing] ?? { anyoneElse: "404" }, person);
      expect(answers[person], person).toBe(due === "404" ? "not found" : due);
    }
  });
});
