import { TakeReplyBack } from "@/components/posts/take-back-form";
import { ButtonLink } from "@/components/ui/button";
import { Prose, type Words } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { PostCard, ReplyCard as Reply } from "@/lib/posts/queries";

export type ReplyInWords = Omit<Reply, "body"> & { words: Words };

/** One answer under a post. */
export function ReplyCard({ post, reply }: { post: Pick<PostCard, "id" | "circleId">; reply: ReplyInWords }) {
  if (reply.isTakenBack) {
    return (
      <li id={reply.id} className="text-muted">
        {reply.isMine ? "You" : <bdi>{reply.alias}</bdi>} took this back.
      </li>
    );
  }
  return (
    <li id={reply.id}>
      <p>
        <bdi className="font-semibold">{reply.alias}</bdi>{" "}
        <span className="text-muted text-sm">
          <Time moment={reply.said} />
          {reply.isEdited && ", edited"}
        </span>
      </p>
      <Prose words={reply.words} size="reply" />
      {reply.canTakeBack && (
        <div className="flex flex-wrap gap-x-5">
          {reply.canEdit && (
            <ButtonLink
              href={`/circles/${post.circleId}/posts/${post.id}/replies/${reply.id}`}
              variant="plain"
              icon="pencil"
            >
              Edit
            </ButtonLink>
          )}
          <TakeReplyBack circleId={post.circleId} replyId={reply.id} />
        </div>
      )}
    </li>
  );
}
