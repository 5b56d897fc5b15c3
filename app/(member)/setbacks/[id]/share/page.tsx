import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { ShareSetback } from "@/components/shares/share-setback";
import { findSetbackSharing } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";

export default page(
  "Share with a circle",
  async ({ params, searchParams }: PageProps<"/setbacks/[id]/share">) => {
    const [{ id }, { step, changed }] = await Promise.all([params, searchParams]);
    const sharing = await read(async (viewer) => (await findSetbackSharing(viewer, id, step)) ?? notFound());
    return <ShareSetback sharing={sharing} changed={changed !== undefined} />;
  },
);
