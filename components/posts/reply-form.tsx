import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import { replyPrompt } from "@/components/posts/reply-prompt";
import type { Draft } from "@/lib/drafts/queries";
import { replyDraftKey } from "@/lib/posts/draft-keys";
import type { PostCard } from "@/lib/posts/queries";
import { reply } from "@/lib/replies/actions";

/** The box under a post. Its button shows once somebody is in it, so that a feed stays quiet. */
export function ReplyForm({
  post,
  newReplyId,
  draft,
}: {
  post: Omit<PostCard, "body" | "replies">;
  newReplyId: string;
  draft: Draft | undefined;
}) {
  return (
    <Form action={reply} draft={draftOf(replyDraftKey(post.id), draft)} className="mt-3 flex flex-col gap-2">
      <HiddenField name="id" value={newReplyId} />
      <HiddenField name="circleId" value={post.circleId} />
      <HiddenField name="postId" value={post.id} />
      <TextArea
        name="body"
        label={post.isMine ? "Reply under your own post" : `Reply to ${post.alias}`}
        hideLabel
        size="reply"
        placeholder={replyPrompt(post)}
        rows={1}
      />
      <div className="once-used">
        <SubmitButton pendingText="Sending">Reply</SubmitButton>
      </div>
    </Form>
  );
}
