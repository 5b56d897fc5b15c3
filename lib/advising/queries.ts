import "server-only";
import type { SetbackKind } from "@/lib/setbacks/schema";
import type { Viewer } from "@/lib/viewer";

/** The kinds of setback about which the viewer is willing to be asked. */
export async function listAdviceOffers(viewer: Viewer): Promise<SetbackKind[]> {
  const offers = await viewer.db.adviceOffer.findMany({
    where: { userId: viewer.id },
    select: { kind: true },
  });
  return offers.map(({ kind }) => kind);
}
