import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { takeBackPost } from "@/lib/posts/actions";
import { takeBackReply } from "@/lib/replies/actions";

/** Takes a post back: here, in its feed, or on its own page, which then ends. */
export function TakePostBack({
  circleId,
  postId,
  from,
}: {
  circleId: string;
  postId: string;
  from?: "post" | undefined;
}) {
  return (
    <Form action={takeBackPost} className="">
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="postId" value={postId} />
      {from && <HiddenField name="from" value={from} />}
      <SubmitButton variant="plain" aria-label="Take back this post" icon="undo-2" pendingText="Taking back">
        Take back
      </SubmitButton>
    </Form>
  );
}

/** Takes a reply back: in a feed, or on its post's own page, which ends when nothing else held it. */
export function TakeReplyBack({
  circleId,
  replyId,
  from,
}: {
  circleId: string;
  replyId: string;
  from?: string | undefined;
}) {
  return (
    <Form action={takeBackReply} className="">
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="replyId" value={replyId} />
      {from && <HiddenField name="from" value={from} />}
      <SubmitButton variant="plain" aria-label="Take back this reply" icon="undo-2" pendingText="Taking back">
        Take back
      </SubmitButton>
    </Form>
  );
}
