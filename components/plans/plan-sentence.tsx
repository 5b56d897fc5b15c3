import type { Sentence } from "@/lib/plans/rules";

/** A plan as its one sentence. What its member wrote, in whatever script, does not turn what stands around it. */
export function PlanSentence({ sentence, className = "" }: { sentence: Sentence; className?: string }) {
  return (
    <p className={`wrap-anywhere max-w-words font-serif text-xl ${className}`}>
      If <bdi>{sentence.happens}</bdi>, then I will <bdi>{sentence.will}</bdi>.
    </p>
  );
}
