import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/form-state";
import { takeBackPost } from "@/lib/posts/actions";
import { takeBackReply } from "@/lib/replies/actions";

/** Takes a post back: here, in its feed, or on its own page, which then ends. */
export function TakePostBack({ postId, ...place }: Place & { postId: string }) {
  return <TakeBack action={takeBackPost} what="post" about={{ postId }} {...place} />;
}

/** Takes a reply back: in a feed, or on its post's own page, which ends when nothing else held it. */
export function TakeReplyBack({ replyId, ...place }: Place & { replyId: string }) {
  return <TakeBack action={takeBackReply} what="reply" about={{ replyId }} {...place} />;
}

type Place = { circleId: string; from?: string | undefined };

function TakeBack({
  action,
  what,
  about,
  circleId,
  from,
}: Place & { action: FormAction; what: string; about: Record<string, string> }) {
  return (
    <Form action={action} className="">
      {Object.entries({ circleId, ...about, ...(from && { from }) }).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton
        variant="plain"
        aria-label={`Take back this ${what}`}
        icon="undo-2"
        pendingText="Taking back"
      >
        Take back
      </SubmitButton>
    </Form>
  );
}
