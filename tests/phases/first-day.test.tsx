import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { aDebrief, aFeedbackRequest, aMember, anExperiment, aReason, aReframe, aSetback } from "../factories";
import { visit } from "../people";

/*
 * On the day on which a setback is written down nothing of Onward asks for reasons or lessons: every page that a
 * member can open is opened, about that setback where it is about one.
 */

const modules = import.meta.glob<{ default: (props: unknown) => Promise<ReactNode> }>(
  "../../app/**/page.tsx",
);

/** What a question for a reason or a lesson is sent as, and how it is asked. */
const QUESTIONS =
  /name="(saidBy|whose|wentWell|differently|questions|lesson|change|skill|verdict)"|Why do you think|What will you do differently|What do you take from it|What would you like to learn/;

test("on its first day nothing asks why it happened or what to learn from it", async () => {
  const juniper = await aMember();
  const setback = await aSetback(juniper, { kind: "after_interview", feelings: { sad: 7 } });
  const reframe = await aReframe(juniper, setback, { fairer: "One no." });
  const letter = await aFeedbackRequest(juniper, { setbackId: setback.id, askedOn: "2026-11-01" });
  const experiment = await anExperiment(juniper, { endedOn: "2026-11-20" });
  // Of a setback that came before it there are reasons already, and they are not gone into either.
  const before = await aSetback(juniper, { createdAt: new Date(Date.now() - 9 * 86_400_000) });
  await aReason(juniper, before, { whose: "mine" });
  await aDebrief(juniper, before, { wentWell: "A question." });

  const params: [RegExp, Record<string, string>][] = [
    [/setbacks\/\[id\]/, { id: setback.id, reframeId: reframe.id, kind: "kind_letter" }],
    [/feedback\/\[id\]/, { id: letter.id }],
    [/experiments\/\[id\]/, { id: experiment.id }],
  ];
  let looked = 0;
  for (const [file, load] of Object.entries(modules)) {
    if (!file.includes("(member)")) continue;
    const known = params.find(([of]) => of.test(file))?.[1];
    // The others are about circles, goals and wins, or about a session that has to be there.
    if (file.includes("[") && (!known || file.includes("[sessionId]"))) continue;
    const { default: page } = await load();
    const answer = await visit(juniper, () =>
      page({ params: Promise.resolve(known ?? {}), searchParams: Promise.resolve({}) }),
    );
    if (!("shown" in answer)) continue;
    looked++;
    expect(renderToStaticMarkup(answer.shown), file).not.toMatch(QUESTIONS);
  }
  expect(looked).toBeGreaterThan(25);
});
