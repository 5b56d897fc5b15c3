import type { PostCard } from "@/lib/posts/queries";

/** What the reply box says: what the author needs, before anybody writes. */
export function replyPrompt({
  alias,
  kind,
  need,
  isMine,
}: Pick<PostCard, "alias" | "kind" | "need" | "isMine">) {
  if (isMine) return "Something to add?";
  if (kind === "win") return `What makes you glad about this?`;
  if (kind === "progress") return `What do you see in this that ${alias} may not?`;
  if (need === "ideas") return `${alias} is open to ideas. What helped you?`;
  if (need === "both") return `${alias} would like you to listen first. Ideas are welcome after that.`;
  return `${alias} would like you to listen. What did you hear?`;
}
