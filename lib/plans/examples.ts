import type { Occasion } from "@/lib/plans/rules";

/** A plan to start from, so that nobody begins with an empty page. */
export type Example = Occasion & { step: string };

const none = { kind: null, stage: null, feeling: null, obstacle: null };

export const examples = {
  interview: { ...none, kind: "after_interview", step: "write down one thing that went well there" },
  final: { ...none, kind: "final_round", step: "call somebody who knows me before I open my inbox again" },
  silence: { ...none, kind: "silence", step: "ask once in two lines, and close the inbox until tomorrow" },
  applying: { ...none, kind: "after_applying", step: "go round the block once, without my phone" },
  laidoff: { ...none, kind: "laid_off", step: "tell one person today, in one sentence" },
  stage: { ...none, stage: "second interview", step: "thank them in two lines the next morning" },
  deflated: { ...none, feeling: "deflated", step: "make tea and sit by the window for five minutes" },
  anxious: { ...none, feeling: "anxious", step: "breathe out slowly ten times, with both feet on the floor" },
} satisfies Record<string, Example>;

/** The example of this name, when there is one. Names come from the address bar. */
export const findExample = (name: unknown): Example | null =>
  typeof name === "string" && Object.hasOwn(examples, name) ? examples[name as keyof typeof examples] : null;
