import { expect, test } from "vitest";
import { replyPrompt } from "@/components/posts/reply-prompt";

test.each([
  ["setback", "listen", false, "Heron would like you to listen. What did you hear?"],
  ["setback", null, false, "Heron would like you to listen. What did you hear?"],
  ["ask", "ideas", false, "Heron is open to ideas. What helped you?"],
  ["ask", "both", false, "Heron would like you to listen first. Ideas are welcome after that."],
  ["win", null, false, "What makes you glad about this?"],
  ["progress", null, false, "What do you see in this that Heron may not?"],
  ["ask", "ideas", true, "Something to add?"],
] as const)("the box under a %s that needs %s (own: %s) says: %s", (kind, need, isMine, said) => {
  expect(replyPrompt({ alias: "Heron", kind, need, isMine })).toBe(said);
});
