"use client";
import { EncourageForm } from "@/components/posts/encourage-form";
import { postKindWords } from "@/components/posts/kind-words";
import { ReplyCard, type ReplyInWords } from "@/components/posts/reply-card";
import { ReplyForm } from "@/components/posts/reply-form";
import { NeedChip, Said } from "@/components/posts/said";
import { SeenByYouAlone } from "@/components/posts/seen-by-you-alone";
import { TakePostBack } from "@/components/posts/take-back-form";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import { Link, TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { Prose, type Words } from "@/components/ui/prose";
import { Time } from "@/components/ui/time";
import type { Draft } from "@/lib/drafts/queries";
import type { PostCard } from "@/lib/posts/queries";

export type Props = {
  post: Omit<PostCard, "body" | "replies">;
  words: Words;
  replies: ReplyInWords[];
  newReplyId: string;
  /** What the viewer was typing under it. */
  draft: Draft | undefined;
  /** Where the replies before those that are shown can be read. */
  earlier: "on its own page" | "further back";
  from?: "post";
};

export function PostArticle({ post, words, replies, newReplyId, draft, earlier, from }: Props) {
  const kind = postKindWords[post.kind] && `, ${postKindWords[post.kind]}`;
  const page = `/circles/${post.circleId}/posts/${post.id}` as const;
  return (
    <article
      id={post.id}
      aria-label={`${post.alias}, ${post.said.said}${kind}`}
      className="grid scroll-mt-24 grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4"
    >
      <Avatar alias={post.alias} muted={post.isTakenBack} />
      <div className="min-w-0">
        <div className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1">
          <p>
            <Name className="font-semibold">{post.alias}</Name>{" "}
            <span className="text-muted text-sm">
              <Link href={page} className="hover:underline">
                <Time moment={post.said} />
              </Link>
              {kind}
            </span>
          </p>
          {post.need && !post.isTakenBack && <NeedChip need={post.need} />}
        </div>
        {post.isTakenBack ? (
          <p className="text-muted">{post.isMine ? "You" : <Name>{post.alias}</Name>} took this back.</p>
        ) : (
          <Said words={words && <Prose words={words} />} details={post.details} />
        )}
        {post.unseenBecause && <SeenByYouAlone because={post.unseenBecause} />}
        {post.canTakeBack && <TakePostBack circleId={post.circleId} postId={post.id} from={from} />}
        {from && !post.isMine && !post.isTakenBack && (
          <TextLink
            href={`/report/post/${post.circleId}/${post.id}`}
            className="inline-flex min-h-11 items-center text-muted text-sm"
          >
            Report or block
          </TextLink>
        )}
        {post.waiting && (
          <p className="mt-2 flex items-center gap-1.5 text-muted text-sm">
            <Icon name="clock" className="size-4.5!" />
            Waiting for an answer {post.waiting}
          </p>
        )}
        {post.signals.length > 0 && (
          <div className="mt-3">
            <EncourageForm circleId={post.circleId} postId={post.id} signals={post.signals} />
          </div>
        )}
        {post.encouragedBy.length > 0 && (
          <p className="mt-2 text-muted text-sm">{post.encouragedBy.join(". ")}</p>
        )}
        {replies.length > 0 && (
          <div className="mt-3 border-line border-l-2 pl-4">
            {post.earlierReplies && (
              <TextLink
                href={earlier === "further back" ? `${page}?before=${post.earlierReplies}` : page}
                className="inline-flex min-h-11 items-center text-muted text-sm"
              >
                Earlier replies
              </TextLink>
            )}
            <ul className="space-y-3">
              {replies.map((reply) => (
                <ReplyCard key={reply.id} post={post} reply={reply} from={from && post.id} />
              ))}
            </ul>
          </div>
        )}
        {!post.isTakenBack && <ReplyForm post={post} newReplyId={newReplyId} draft={draft} />}
      </div>
    </article>
  );
}
