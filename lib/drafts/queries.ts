import "server-only";
import { sayMoment } from "@/lib/dates";
import { openValues } from "@/lib/drafts/sealed";
import type { Viewer } from "@/lib/viewer";

/** What was typed into a form and not sent, by the field's name. */
export type Draft = {
  values: Record<string, string[]>;
  savedAt: Date;
  /** By the browser that sent it, in milliseconds since 1970. */
  typedAt: number;
};

/**
 * The viewer's drafts of these forms, by their keys. One statement, however many forms a page has. One that does
 * not open is not there: its form opens as if nothing had been typed.
 */
export async function listDrafts(viewer: Viewer, keys: string[]): Promise<Record<string, Draft>> {
  const rows = await viewer.db.draft.findMany({
    where: { userId: viewer.id, key: { in: keys } },
    select: { key: true, values: true, savedAt: true, typedAt: true },
  });
  return Object.fromEntries(
    rows.flatMap(({ key, values: stored, savedAt, typedAt }) => {
      const values = openValues(viewer.words, key, stored);
      return values ? [[key, { values, savedAt, typedAt: typedAt.getTime() }]] : [];
    }),
  );
}

export async function findDraft(viewer: Viewer, key: string): Promise<Draft | null> {
  return (await listDrafts(viewer, [key]))[key] ?? null;
}

/** A draft as a form opens with it: `savedAt` as people say it. */
export type KeptWords = Omit<Draft, "savedAt"> & { savedAt: string };

export async function findKeptWords(viewer: Viewer, key: string): Promise<KeptWords | null> {
  return (await listKeptWords(viewer, [key]))[key] ?? null;
}

/** The same for several forms of a page, by their keys. One statement. */
export async function listKeptWords(viewer: Viewer, keys: string[]): Promise<Record<string, KeptWords>> {
  const drafts = Object.entries(await listDrafts(viewer, keys));
  return Object.fromEntries(
    drafts.map(([key, draft]) => {
      const savedAt = sayMoment(draft.savedAt, viewer.now, viewer.timeZone).said;
      return [key, { ...draft, savedAt }];
    }),
  );
}
