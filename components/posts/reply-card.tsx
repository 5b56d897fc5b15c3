import { SeenByYouAlone } from "@/components/posts/seen-by-you-alone";
import { TakeReplyBack } from "@/components/posts/take-back-form";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { Prose, type Words } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { PostCard, ReplyCard as Reply } from "@/lib/posts/queries";

export type ReplyInWords = Omit<Reply, "body"> & { words: Words };

type Props = {
  post: Pick<PostCard, "id" | "circleId">;
  reply: ReplyInWords;
  /** The post, where this is its own page. */
  from?: string | undefined;
};

/** One answer under a post. */
export function ReplyCard({ post, reply, from }: Props) {
  if (reply.isTakenBack) {
    return (
      <li id={reply.id} className="text-muted">
        {reply.isMine ? "You" : <Name>{reply.alias}</Name>} took this back.
      </li>
    );
  }
  return (
    <li id={reply.id}>
      <p>
        <Name className="font-semibold">{reply.alias}</Name>{" "}
        <span className="text-muted text-sm">
          <Time moment={reply.said} />
          {reply.isEdited && ", edited"}
        </span>
      </p>
      <Prose words={reply.words} size="reply" />
      {reply.unseenBecause && <SeenByYouAlone because={reply.unseenBecause} />}
      {from && !reply.isMine && (
        <TextLink
          href={`/report/reply/${post.circleId}/${reply.id}`}
          aria-label={`Report or block: ${reply.alias}'s reply`}
          className="inline-flex min-h-11 items-center text-muted text-sm"
        >
          Report or block
        </TextLink>
      )}
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
          <TakeReplyBack circleId={post.circleId} replyId={reply.id} from={from} />
        </div>
      )}
    </li>
  );
}
