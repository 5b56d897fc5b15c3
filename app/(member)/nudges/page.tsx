import { page } from "@/components/layout/page";
import { NudgeList } from "@/components/nudges/nudge-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { listNudges } from "@/lib/nudges/queries";
import { read } from "@/lib/viewer";

export default page("Waiting for you", async () => {
  const lines = await read(listNudges);
  return (
    <>
      <PageHeader
        title="Waiting for you"
        sub="Where others could use a word from you. Each goes by itself when it is done, and you can put it away."
      />
      {lines.length > 0 ? (
        <NudgeList lines={lines} />
      ) : (
        <EmptyState
          title="Nothing waits for you"
          action={<ButtonLink href="/circles">Go to your circles</ButtonLink>}
        >
          When a post in one of your circles has no answer after a day, you may hear of it here.
        </EmptyState>
      )}
      <p className="mt-8 text-muted text-sm">
        <TextLink href="/settings/reminders">Whether a mail tells you</TextLink> and{" "}
        <TextLink href="/settings/advising">what you could be asked about</TextLink> is in Settings.
      </p>
    </>
  );
});
