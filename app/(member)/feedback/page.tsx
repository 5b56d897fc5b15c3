import { RequestList } from "@/components/feedback/request-list";
import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bringRequestBack } from "@/lib/feedback/actions";
import { findDeletedRequest, listRequests } from "@/lib/feedback/queries";
import { read } from "@/lib/viewer";

export default page("Feedback", async ({ searchParams }: PageProps<"/feedback">) => {
  const { deleted } = await searchParams;
  const { groups, gone } = await read(async (viewer) => ({
    groups: await listRequests(viewer),
    gone: deleted ? await findDeletedRequest(viewer, deleted) : null,
  }));
  return (
    <>
      <PageHeader
        title="Feedback"
        sub="Asking is the part in your hands. Whether somebody answers is theirs. Only you can read this."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {gone && (
        <Deleted undo={bringRequestBack} about={{ requestId: gone.id }} label="Undo deleting the letter" />
      )}
      {groups.length > 0 ? (
        <>
          <RequestList groups={groups} />
          <p className="mt-8">
            <ButtonLink href="/feedback/new" icon="plus">
              Ask for feedback
            </ButtonLink>
          </p>
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            icon="mail"
            title="Nobody asked yet"
            action={<ButtonLink href="/feedback/new">Ask for feedback</ButtonLink>}
          >
            A short letter to an employer, a recruiter or somebody in your field. It is written with you, and
            you send it yourself, or not at all.
          </EmptyState>
        </div>
      )}
    </>
  );
});
