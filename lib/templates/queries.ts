import "server-only";
import { isId } from "@/lib/ids";
import { findPreset } from "@/lib/templates/presets";
import { undoneUntil } from "@/lib/undo";
import type { Viewer } from "@/lib/viewer";

const template = { id: true, artefact: true, askedOf: true, subject: true, letter: true } as const;

export type OwnTemplate = Awaited<ReturnType<typeof listTemplates>>[number];

/** The letters that the viewer kept for the next time, the newest first. */
export async function listTemplates(viewer: Viewer) {
  const rows = await viewer.db.feedbackTemplate.findMany({
    where: { userId: viewer.id, deletedAt: null },
    select: template,
    orderBy: { id: "desc" },
  });
  return rows.map((row) => opened(viewer, row));
}

const opened = <Row extends { id: string; subject: string; letter: string }>(
  { words }: Viewer,
  row: Row,
) => ({
  ...row,
  subject: words.open("feedback_templates.subject", row.id, row.subject),
  letter: words.open("feedback_templates.letter", row.id, row.letter),
});

/** A letter to begin with: one of Onward's by its name, or one of the viewer's own by its id. */
export async function findTemplate(viewer: Viewer, name: string) {
  if (!isId(name)) return findPreset(name);
  const row = await viewer.db.feedbackTemplate.findFirst({
    where: { userId: viewer.id, id: name, deletedAt: null },
    select: template,
  });
  return row && opened(viewer, row);
}

/** A letter that the viewer kept, deleted, and can still bring back. */
export async function findDeletedTemplate(viewer: Viewer, templateId: unknown) {
  if (!isId(templateId)) return null;
  return viewer.db.feedbackTemplate.findFirst({
    where: { userId: viewer.id, id: templateId, deletedAt: { gte: undoneUntil(viewer.now) } },
    select: { id: true },
  });
}
