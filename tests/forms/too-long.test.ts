import { expect, test } from "vitest";
import type { z } from "zod";
import { settingsForm } from "@/lib/accounts/schema";
import { agreeForm, describeForm, openForm } from "@/lib/circles/schema";
import { closeForm } from "@/lib/closures/schema";
import { debriefForm } from "@/lib/debriefs/schema";
import { exerciseForm } from "@/lib/exercises/schema";
import { lessonForm } from "@/lib/experiments/schema";
import { changeForm, goalForm, smallerForm } from "@/lib/goals/schema";
import { helpedForm } from "@/lib/helped/schema";
import { joinForm } from "@/lib/memberships/schema";
import { namePasskeyForm } from "@/lib/passkeys/schema";
import { shareForm } from "@/lib/posts/schema";
import { lookForm } from "@/lib/reframes/schema";
import { editReplyForm, replyForm } from "@/lib/replies/schema";
import { changeForm as changeSetbackForm, logForm } from "@/lib/setbacks/schema";
import { winForm } from "@/lib/wins/schema";

/* No field cuts what is pasted into it, so each schema says that something is too long, and for how much there is room. */

const facts = ["happened", "company", "role", "industry", "stage", "source", "ownFeeling"];
const description = ["name", "purpose", "language", "videoLink"];

const fields: [form: string, schema: z.ZodType, names: string[]][] = [
  ["settings", settingsForm, ["name"]],
  ["opening a circle", openForm, ["alias", ...description]],
  ["describing a circle", describeForm, description],
  ["agreements", agreeForm, ["agreements"]],
  ["joining a circle", joinForm, ["alias"]],
  ["adding a goal", goalForm, ["title"]],
  ["changing a goal", changeForm, ["title"]],
  ["making a goal smaller", smallerForm, ["title"]],
  ["what helped with a goal", helpedForm, ["helped"]],
  ["a passkey's name", namePasskeyForm, ["name"]],
  ["a post", shareForm, ["body"]],
  ["a reply", replyForm, ["body"]],
  ["changing a reply", editReplyForm, ["body"]],
  ["logging a setback", logForm, facts],
  ["changing a setback", changeSetbackForm, facts],
  ["letting a setback go", closeForm, ["farewell"]],
  ["looking back on an interview", debriefForm, ["wentWell", "differently"]],
  ["a quiet exercise", exerciseForm, ["letter", "hard", "lived"]],
  ["what an experiment taught", lessonForm, ["lesson"]],
  ["looking at a thought again", lookForm, ["evidenceFor", "evidenceAgainst", "fairer"]],
  ["a win", winForm, ["body"]],
];

test.each(fields.flatMap(([form, schema, names]) => names.map((name) => [form, name, schema] as const)))(
  "%s says when its %s is too long",
  (_form, name, schema) => {
    const issues = schema.safeParse({ [name]: "x".repeat(20_000) }).error?.issues ?? [];
    const said = issues.filter(({ path }) => path[0] === name).map(({ message }) => message);
    expect(said[0]).toMatch(/^That is longer than [\d,]+ characters\. Please make it a little shorter\.$/);
  },
);
