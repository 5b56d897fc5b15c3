import { describe, expect, test } from "vitest";
import { asMember } from "@/lib/db";
import { freshId } from "@/lib/ids";
import { isSealed } from "@/lib/private-words";
import { bringTemplateBack, deleteTemplate, keepTemplate } from "@/lib/templates/actions";
import { listTemplates } from "@/lib/templates/queries";
import { aMember, type Member } from "../factories";
import { aFeedbackTemplate } from "../factories-of-feedback";
import { as, submit } from "../people";

describe("a letter for the next time", () => {
  const form = () => ({
    id: freshId(),
    artefact: "interview",
    askedOf: "peer",
    subject: "Twenty minutes?",
    letter: "Hi {name},\n\nwould you practise with me?",
  });
  const templatesOf = (member: Member) => as(member, (viewer) => listTemplates(viewer));

  test("is kept once, sealed, for its member alone", async () => {
    const [juniper, wren] = [await aMember(), await aMember()];
    const kept = form();
    const once = () => submit(juniper, keepTemplate, kept);
    for (const sent of [...(await Promise.all([once(), once()])), await once()])
      expect(sent).toMatchObject({ status: "done" });
    expect(await templatesOf(juniper)).toEqual([kept]);
    expect(await templatesOf(wren)).toEqual([]);
    const [row] = await asMember(juniper.id, (db) => db.feedbackTemplate.findMany());
    expect([row?.subject, row?.letter].every((words) => isSealed(words ?? ""))).toBe(true);
    await submit(juniper, keepTemplate, { ...kept, subject: "Half an hour?" });
    expect((await templatesOf(juniper)).map(({ subject }) => subject).sort()).toEqual([
      "Half an hour?",
      "Twenty minutes?",
    ]);
  });

  test("is deleted, and that can be undone", async () => {
    const juniper = await aMember();
    const { id: templateId } = await aFeedbackTemplate(juniper);
    const about = "/feedback/new?artefact=resume&of=employer";
    const gone = { status: "went", to: `${about}&deleted=${templateId}` };
    expect(await submit(juniper, deleteTemplate, { templateId })).toEqual(gone);
    expect(await submit(juniper, deleteTemplate, { templateId })).toEqual(gone);
    expect(await templatesOf(juniper)).toEqual([]);
    const back = { status: "went", to: `${about}&letter=${templateId}` };
    expect(await submit(juniper, bringTemplateBack, { templateId })).toEqual(back);
    expect(await templatesOf(juniper)).toHaveLength(1);
  });

  test("without words is not taken", async () => {
    expect(await submit(await aMember(), keepTemplate, { ...form(), letter: "" })).toMatchObject({
      status: "invalid",
      values: { subject: ["Twenty minutes?"] },
    });
  });
});

test.each([
  ["deleting", deleteTemplate],
  ["restoring", bringTemplateBack],
])("%s somebody else's letter for the next time finds nothing", async (_name, action) => {
  const [juniper, wren] = [await aMember(), await aMember()];
  const { id: templateId } = await aFeedbackTemplate(juniper);
  expect(await submit(wren, action, { templateId })).toEqual({ status: "not found" });
  expect(await as(juniper, (viewer) => listTemplates(viewer))).toHaveLength(1);
});
