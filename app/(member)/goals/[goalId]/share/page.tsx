import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { SharePieces } from "@/components/shares/share-pieces";
import { findSharing } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

export default page(
  "Share progress",
  async ({ params, searchParams }: PageProps<"/goals/[goalId]/share">) => {
    const [{ goalId }, { step, changed }] = await Promise.all([params, searchParams]);
    const sharing = await read(
      async (viewer) => (await findSharing(viewer, "goal", goalId, step)) ?? notFound(),
    );
    return <SharePieces sharing={sharing} changed={changed !== undefined} />;
  },
);
