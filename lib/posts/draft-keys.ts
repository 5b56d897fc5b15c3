/** Under which key the words for a circle wait until they are sent. */
export const postDraftKey = (circleId: string) => `post:${circleId}`;

/** Under which key the words for a reply wait until they are sent. */
export const replyDraftKey = (postId: string) => `reply:${postId}`;

/** Under which key a changed reply waits until it is sent. */
export const editDraftKey = (replyId: string) => `reply-edit:${replyId}`;

/** The keys of every form that a page of the feed holds, for one look-up of all their drafts. */
export const draftKeysOf = (circleId: string, feed: { posts: { id: string }[] }): string[] => [
  postDraftKey(circleId),
  ...feed.posts.map((post) => replyDraftKey(post.id)),
];
