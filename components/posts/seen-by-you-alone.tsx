import type { PostCard } from "@/lib/posts/queries";

type Why = NonNullable<PostCard["unseenBecause"]>;

const words: Record<Why, string> = {
  "a link of somebody new":
    "You alone see this for now. While somebody is new here, links wait until somebody who has been here for a while has answered them once; then it appears by itself. To share your words without the link, take this back: they wait in the form.",
  "sent to several circles":
    "You alone see this for now. You shared the same words with another circle today, and while you are new here a moderator looks at that first.",
  hidden: "You alone see this: a moderator hid it. Their letter under Settings says why.",
};

/** Says kindly why nobody else sees something. */
export function SeenByYouAlone({ because }: { because: Why }) {
  return <p className="mt-2 max-w-words text-muted text-sm">{words[because]}</p>;
}
