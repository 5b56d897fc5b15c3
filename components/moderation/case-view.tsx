import { titleOf } from "@/components/decisions/letter-words";
import { Card } from "@/components/ui/card";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { Case } from "@/lib/moderation/queries";
import { reasonWords } from "@/lib/reports/rules";

/** What was reported, as it stood then, with what stood around it, and what was decided about it so far. */
export function CaseView({ it }: { it: Case }) {
  const { kept } = it;
  return (
    <>
      {it.words && (
        <Section title="Whoever reported it says">
          <Prose words={wordsToDraw(it.words)} size="reply" />
        </Section>
      )}
      {it.alsoSaid.length > 0 && (
        <Section title="Others reported it, too">
          <ul className="grid gap-3">
            {it.alsoSaid.map(({ reason, words }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they are not told apart, and the list stands still.
              <li key={at}>
                {reasonWords[reason]}
                {words && <Prose words={wordsToDraw(words)} size="reply" />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title="What it is about">
        {kept ? (
          <Card>
            <p>
              <Name className="font-semibold">{kept.alias}</Name>{" "}
              <span className="text-muted text-sm">
                {kept.at && <Time moment={kept.at} />} in <Name>{kept.circle}</Name>
              </span>
            </p>
            {kept.body && <Prose words={wordsToDraw(kept.body)} />}
            {kept.details.length > 0 && <p className="text-muted text-sm">{kept.details.join(" · ")}</p>}
          </Card>
        ) : (
          <p className="text-muted">What was kept of it has been taken out.</p>
        )}
      </Section>
      {kept && kept.around.length > 0 && (
        <Section title="What stood around it">
          <ul className="grid gap-4">
            {kept.around.map((one) => (
              <li key={`${one.at.iso} ${one.alias} ${one.body}`}>
                <Name className="font-semibold">{one.alias}</Name>{" "}
                <span className="text-muted text-sm">
                  <Time moment={one.at} />
                </span>
                <Prose words={wordsToDraw(one.body)} size="reply" />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {it.decisions.map((decision) => (
        <Section
          key={decision.id}
          title={`Decided ${decision.made.said}${decision.isMine ? " by you" : " by another moderator"}`}
        >
          <ul className="grid gap-4">
            {decision.letters.map((letter) => (
              <li key={`${letter.side} ${letter.words}`}>
                <span className="text-muted text-sm">
                  {titleOf({ side: letter.side, kind: decision.kind, about: it.about })}
                </span>
                <Prose words={wordsToDraw(letter.words)} size="reply" />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
