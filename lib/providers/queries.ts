import "server-only";
import { hasPassword } from "@/lib/accounts/queries";
import { findIntroduction } from "@/lib/providers/introduction";
import { listProviders, nameOf } from "@/lib/providers/providers";
import type { Viewer, Visitor } from "@/lib/viewer";

export type LinkedLine = Awaited<ReturnType<typeof listLinked>>[number];

/**
 * The providers of this installation, and those that are not any more but still linked; with whether the viewer has
 * linked them.
 */
export async function listLinked(viewer: Viewer) {
  const links = await viewer.db.linkedProvider.findMany({
    where: { userId: viewer.id },
    select: { provider: true },
    orderBy: { createdAt: "asc" },
  });
  const linked = new Set(links.map(({ provider }) => provider));
  const known = listProviders().map((provider) => ({ ...provider, linked: linked.has(provider.key) }));
  const gone = [...linked]
    .filter((key) => !known.some((provider) => provider.key === key))
    .map((key) => ({ key, name: nameOf(key), linked: true }));
  return [...known, ...gone];
}

export type Introduced = NonNullable<Awaited<ReturnType<typeof findIntroduced>>>;

/** What a provider has just said of whoever has this browser, and what they can do about it. */
export async function findIntroduced(visitor: Visitor) {
  const said = await findIntroduction();
  if (!said) return null;
  const { email, taken, next } = said;
  const introduced = { name: nameOf(said.provider), email, next };
  const { viewer } = visitor;
  if (viewer) {
    const { verifiedAt } = viewer;
    return { ...introduced, way: "link" as const, hasPassword: await hasPassword(viewer), verifiedAt };
  }
  return { ...introduced, way: taken ? ("sign in first" as const) : ("join" as const) };
}
