import type { PostKind } from "@/lib/generated/enums";

/** What stands beside a post's author. Of a setback or an ask it says enough that it is there. */
export const postKindWords: Record<PostKind, string> = {
  setback: "",
  ask: "",
  win: "a win",
  progress: "progress",
};
