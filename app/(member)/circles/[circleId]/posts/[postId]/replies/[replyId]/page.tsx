import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { EditReplyForm } from "@/components/posts/edit-reply-form";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Prose } from "@/components/ui/prose";
import { findDraft } from "@/lib/drafts/queries";
import { editDraftKey } from "@/lib/posts/draft-keys";
import { findOwnReply } from "@/lib/replies/queries";
import { MINUTES_TO_EDIT } from "@/lib/replies/rules";
import { read } from "@/lib/viewer";

export default page(
  "Change your reply",
  async ({ params }: PageProps<"/circles/[circleId]/posts/[postId]/replies/[replyId]">) => {
    const { circleId, postId, replyId } = await params;
    const { reply, draft } = await read(async (viewer) => {
      const reply = await findOwnReply(viewer, circleId, replyId);
      if (reply?.postId !== postId) notFound();
      return { reply, draft: await findDraft(viewer, editDraftKey(replyId)) };
    });
    return (
      <>
        <PageHeader
          title="Change your reply"
          sub={`Possible for ${MINUTES_TO_EDIT} minutes after it was sent. The circle sees that it was edited.`}
          back={{ href: `/circles/${circleId}/posts/${postId}`, label: "Back to the post" }}
        />
        <div className="mt-8">
          {reply.canEdit ? (
            <EditReplyForm circleId={circleId} reply={reply} draft={draft ?? undefined} />
          ) : (
            <TooLate typed={draft?.values.body?.[0]} />
          )}
        </div>
      </>
    );
  },
);

function TooLate({ typed }: { typed: string | undefined }) {
  return (
    <Notice title={`The ${MINUTES_TO_EDIT} minutes are over`}>
      <p>You can still add a new reply, or take this one back.</p>
      {typed && (
        <>
          <p>This is what you were typing:</p>
          <Prose words={wordsToDraw(typed)} />
        </>
      )}
    </Notice>
  );
}
