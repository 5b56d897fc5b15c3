import { PostArticle, type Props } from "@/components/posts/post-article";
import { wordsToDraw } from "@/components/ui/linked-words";
import { freshId } from "@/lib/ids";
import type { PostCard as Post } from "@/lib/posts/queries";

/**
 * One post with what it needs, who is with its author, and what was answered. Addresses in the words are found
 * here; the browser draws the rest, so that a feed's markup is sent once and not twice.
 */
export function PostCard({
  post: { body, replies, ...post },
  ...rest
}: Pick<Props, "draft" | "earlier" | "from"> & { post: Post }) {
  return (
    <PostArticle
      post={post}
      words={wordsToDraw(body)}
      replies={replies.map(({ body, ...reply }) => ({ ...reply, words: wordsToDraw(body) }))}
      newReplyId={freshId()}
      {...rest}
    />
  );
}
