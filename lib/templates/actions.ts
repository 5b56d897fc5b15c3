"use server";
import { notFound } from "next/navigation";
import { formAction, goTo, say } from "@/lib/form-action";
import { keepOnce } from "@/lib/keep-once";
import { oneTemplateForm, templateForm } from "@/lib/templates/schema";
import { undoneUntil } from "@/lib/undo";

const about = { artefact: true, askedOf: true } as const;

export const keepTemplate = formAction(templateForm, async (viewer, template) => {
  const kept = { ...template, userId: viewer.id };
  // Sealed to the row under which it is kept in the end.
  const sealed = (row: typeof kept) => ({
    ...row,
    subject: viewer.words.seal("feedback_templates.subject", row.id, row.subject),
    letter: viewer.words.seal("feedback_templates.letter", row.id, row.letter),
  });
  await keepOnce(kept, {
    add: (row) => viewer.db.feedbackTemplate.createMany({ data: sealed(row), skipDuplicates: true }),
    // Deleted meanwhile and sent again, it is there again.
    find: async (row) =>
      (await viewer.db.feedbackTemplate.updateMany({ where: sealed(row), data: { deletedAt: null } })).count,
  });
  return say("Kept. It is offered when you write the next letter like this.");
});

export const deleteTemplate = formAction(oneTemplateForm, async (viewer, { templateId }) => {
  const mine = { userId: viewer.id, id: templateId };
  await viewer.db.feedbackTemplate.updateMany({
    where: { ...mine, deletedAt: null },
    data: { deletedAt: viewer.now },
  });
  const template = await viewer.db.feedbackTemplate.findFirst({ where: mine, select: about });
  if (!template) notFound();
  return goTo(`/feedback/new?artefact=${template.artefact}&of=${template.askedOf}&deleted=${templateId}`);
});

export const bringTemplateBack = formAction(oneTemplateForm, async (viewer, { templateId }) => {
  const mine = { userId: viewer.id, id: templateId };
  await viewer.db.feedbackTemplate.updateMany({
    where: { ...mine, deletedAt: { gte: undoneUntil(viewer.now) } },
    data: { deletedAt: null },
  });
  const template = await viewer.db.feedbackTemplate.findFirst({
    where: { ...mine, deletedAt: null },
    select: about,
  });
  if (!template) notFound();
  return goTo(`/feedback/new?artefact=${template.artefact}&of=${template.askedOf}&letter=${templateId}`);
});
