import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { PostView } from "@/components/posts/post-view";
import { listDrafts } from "@/lib/drafts/queries";
import { replyDraftKey } from "@/lib/posts/draft-keys";
import { findPost } from "@/lib/posts/queries";
import { read } from "@/lib/viewer";

export default page(
  "A post and its replies",
  async ({ params, searchParams }: PageProps<"/circles/[circleId]/posts/[postId]">) => {
    const { circleId, postId } = await params;
    const { before } = await searchParams;
    const { post, draft } = await read(async (viewer) => ({
      post:
        (await findPost(viewer, circleId, postId, typeof before === "string" ? before : undefined)) ??
        notFound(),
      draft: (await listDrafts(viewer, [replyDraftKey(postId)]))[replyDraftKey(postId)],
    }));
    return <PostView post={post} draft={draft} />;
  },
);
