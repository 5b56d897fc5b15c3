import { PostCard } from "@/components/posts/post-card";
import { PostComposer } from "@/components/posts/post-composer";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Draft } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { postDraftKey, replyDraftKey } from "@/lib/posts/draft-keys";
import type { Feed } from "@/lib/posts/queries";

/** What is shared in a circle, newest first, and the place to say something. */
export function PostFeed({
  circleId,
  feed,
  drafts,
}: {
  circleId: string;
  feed: Feed;
  /** The viewer's drafts under the keys of draftKeysOf(). */
  drafts: Record<string, Draft>;
}) {
  const isEmpty = feed.posts.length === 0;
  return (
    <Section title="Shared here">
      {feed.isNewest && (
        <div className="mb-7">
          <PostComposer
            newPostId={freshId()}
            circleId={circleId}
            draft={drafts[postDraftKey(circleId)]}
            open={isEmpty}
          />
        </div>
      )}
      {isEmpty && feed.isNewest && (
        <EmptyState title="Nothing is shared here yet" icon="message-circle">
          Whoever says something first makes it easier for the next. A line is enough.
        </EmptyState>
      )}
      <div className="divide-y divide-line">
        {feed.posts.map((post) => (
          <div key={post.id} className="py-5 first:pt-1">
            <PostCard post={post} draft={drafts[replyDraftKey(post.id)]} earlier="on its own page" />
          </div>
        ))}
      </div>
      {isEmpty && !feed.isNewest && <p className="text-muted">Nothing was shared before that.</p>}
      <div className="mt-4 flex flex-wrap gap-2.5">
        {!feed.isNewest && <ButtonLink href={`/circles/${circleId}`}>Newest posts</ButtonLink>}
        {feed.older && (
          <ButtonLink href={`/circles/${circleId}?before=${feed.older}`}>Older posts</ButtonLink>
        )}
      </div>
    </Section>
  );
}
