import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import type { Draft } from "@/lib/drafts/queries";
import { editDraftKey } from "@/lib/posts/draft-keys";
import { editReply } from "@/lib/replies/actions";

/** Changes a reply that was only just sent. */
export function EditReplyForm({
  circleId,
  reply,
  draft,
}: {
  circleId: string;
  reply: { id: string; body: string };
  draft: Draft | undefined;
}) {
  return (
    <Form action={editReply} draft={draftOf(editDraftKey(reply.id), draft)}>
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="replyId" value={reply.id} />
      <TextArea name="body" label="Your reply" rows={4} required defaultValue={reply.body} />
      <div>
        <SubmitButton pendingText="Saving">Save reply</SubmitButton>
      </div>
    </Form>
  );
}
