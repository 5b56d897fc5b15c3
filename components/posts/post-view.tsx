import { PostCard } from "@/components/posts/post-card";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import type { Draft } from "@/lib/drafts/queries";
import type { PostCard as Post } from "@/lib/posts/queries";

/** One post on a page of its own, with all that was answered. */
export function PostView({ post, draft }: { post: Post; draft: Draft | undefined }) {
  return (
    <>
      <PageHeader
        title={
          post.isMine ? (
            "Shared by you"
          ) : (
            <>
              Shared by <Name>{post.alias}</Name>
            </>
          )
        }
        back={{ href: `/circles/${post.circleId}`, label: "Back to the circle" }}
      />
      <div className="mt-8">
        <PostCard post={post} draft={draft} earlier="further back" from="post" />
      </div>
      <p className="mt-10 text-muted text-sm" data-print="no">
        <TextLink href="/worried">Worried about someone in your circle?</TextLink>
      </p>
    </>
  );
}
