import { LetterList } from "@/components/decisions/letter-list";
import { page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { listLetters } from "@/lib/decisions/queries";
import { read } from "@/lib/viewer";

export default page("From the moderators", async ({ searchParams }: PageProps<"/decisions">) => {
  const { reported } = await searchParams;
  const letters = await read(listLetters, { whileSuspended: true });
  return (
    <>
      <PageHeader
        title="From the moderators"
        sub="What they answered you, and what they decided about something of yours."
        back={{ href: "/settings", label: "Settings" }}
      />
      {reported === "1" && (
        <div className="mb-6">
          <Notice title="Thank you for telling them" icon="check" live>
            <p>The moderators have it as it stood just now. Their answer comes here.</p>
          </Notice>
        </div>
      )}
      {letters.length > 0 ? (
        <LetterList letters={letters} />
      ) : (
        <EmptyState title="Nothing has come yet" icon="mail">
          Their answers and decisions wait for you here.
        </EmptyState>
      )}
    </>
  );
});
