import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { SharePieces } from "@/components/shares/share-pieces";
import { findSharing } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";
import { findWin } from "@/lib/wins/queries";

export default page(
  "Put a win in a circle",
  async ({ params, searchParams }: PageProps<"/wins/[winId]/share">) => {
    const [{ winId }, { step, changed }] = await Promise.all([params, searchParams]);
    const { sharing, win } = await read(async (viewer) => ({
      sharing: (await findSharing(viewer, "win", winId, step)) ?? notFound(),
      win: await findWin(viewer, winId),
    }));
    return (
      <SharePieces
        sharing={sharing}
        changed={changed !== undefined}
        stays={win?.picture ? "The picture stays with you: only words go to a circle." : undefined}
      />
    );
  },
);
