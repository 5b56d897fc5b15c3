import { PostArticle, type Props } from "@/components/posts/post-article";
import { Prose } from "@/components/ui/prose";
import { freshId } from "@/lib/ids";
import type { PostCard as Post } from "@/lib/posts/queries";

/**
 * One post with what it needs, who is with its author, and what was answered. Words are drawn here, where
 * addresses in them are found; the browser draws the rest, so that a feed is sent once and not twice.
 */
export function PostCard({
  post: { body, replies, ...post },
  ...rest
}: Pick<Props, "draft" | "earlier" | "from"> & { post: Post }) {
  return (
    <PostArticle
      post={post}
      words={body && <Prose text={body} />}
      replies={replies.map(({ body, ...reply }) => ({ ...reply, words: <Prose text={body} size="reply" /> }))}
      newReplyId={freshId()}
      {...rest}
    />
  );
}
