import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { LinkIsOver } from "@/components/supporters/link-is-over";
import { SupporterView } from "@/components/supporters/supporter-view";
import { freshId } from "@/lib/ids";
import { noteVisit } from "@/lib/supporters/note-visit";
import { findSupporterView } from "@/lib/supporters/queries";
import { readAsVisitor } from "@/lib/viewer";

// A link that somebody sent: nothing of its member shows in previews, tabs or histories. Where a link leads on to learns
// nothing either: like every page, this one names itself to Onward alone (lib/always-headers.ts).
export const metadata: Metadata = {
  robots: { index: false, follow: false },
  description: null,
  openGraph: null,
  twitter: null,
};

export default page(
  "Shared with you",
  async ({ params }: PageProps<"/s/[code]">) => {
    const { code } = await params;
    const { sees, isOwn, ...link } = await readAsVisitor(
      async (visitor) => (await findSupporterView(visitor, code)) ?? notFound(),
    );
    if (!isOwn) await noteVisit(link);
    return <SupporterView sees={sees} code={code} noteId={freshId()} isOwn={isOwn} />;
  },
  <LinkIsOver />,
);
