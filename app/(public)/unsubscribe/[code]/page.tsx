import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { findUnsubscribe } from "@/lib/reminders/queries";
import { kindWords } from "@/lib/reminders/rules";
import { readAsVisitor } from "@/lib/viewer";

// Programs look at every link in a mail: looking stops nothing. The button does, for whoever holds the link.
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default page("Stop these mails", async ({ params }: PageProps<"/unsubscribe/[code]">) => {
  const { code } = await params;
  const { kind, comes } = await readAsVisitor(
    async (visitor) => (await findUnsubscribe(visitor, code)) ?? notFound(),
  );
  if (!comes) {
    return (
      <PageHeader
        title="Stopped"
        sub={`No mail of this kind comes any more: ${kindWords[kind]}. Should you want them back, they are in Settings, under “Mails and quiet hours”.`}
      />
    );
  }
  return (
    <>
      <PageHeader title="Stop these mails?" sub={`This is about ${kindWords[kind]}.`} />
      <form method="post" action={`/api/unsubscribe/${code}`}>
        <Button type="submit" variant="primary">
          Stop these mails
        </Button>
      </form>
      <p className="mt-6 max-w-words text-muted">Everything else of yours stays as it is.</p>
    </>
  );
});
