import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { Debrief } from "@/lib/debriefs/queries";

/** What was kept of a conversation, to read again: what went well comes first. */
export function DebriefLetter({ debrief: { wentWell, differently } }: { debrief: Debrief }) {
  return (
    <>
      {wentWell && (
        <Section title="What went well">
          <Prose words={wordsToDraw(wentWell)} size="letter" />
        </Section>
      )}
      {differently && (
        <Section title="What I would say differently">
          <Prose words={wordsToDraw(differently)} size="letter" />
        </Section>
      )}
    </>
  );
}
