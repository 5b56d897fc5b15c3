import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { LinkView } from "@/components/supporters/link-view";
import { listNotes } from "@/lib/supporter-notes/queries";
import { findLink } from "@/lib/supporters/queries";
import { read } from "@/lib/viewer";

export default page("A supporter's link", async ({ params }: PageProps<"/supporters/[linkId]">) => {
  const { linkId } = await params;
  const { link, notes } = await read(async (viewer) => ({
    link: (await findLink(viewer, linkId)) ?? notFound(),
    notes: await listNotes(viewer, linkId),
  }));
  return <LinkView link={link} notes={notes} />;
});
