import type { ReactNode } from "react";
import { ChooseParts } from "@/components/look-backs/choose-parts";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { WinPicture } from "@/components/wins/win-picture";
import type { LookBack } from "@/lib/look-backs/queries";
import { type Part, partWords, sayAnswered, saySetbacks } from "@/lib/look-backs/rules";
import { sayTimes } from "@/lib/say-times";

type Props = {
  back: LookBack;
  chosen: readonly Part[];
  /** One sentence on the days, and their picture. */
  days: string;
  picture: ReactNode;
};

/** A week or a year, as it could hang on a wall. What there is nothing of is left out. */
export function LookBackView({ back, chosen, days, picture }: Props) {
  const has = (part: Part) => chosen.includes(part);
  return (
    <>
      {has("days") && (
        <Section title={partWords.days}>
          <p className="mb-4 font-serif text-2xl">{days}</p>
          {back.days.length > 0 && picture}
        </Section>
      )}
      {has("wins") && back.wins.length > 0 && (
        <Section title={partWords.wins}>
          {back.hasOlderWins && (
            <p className="mb-4 max-w-words text-muted">
              The newest {back.wins.length} of them. The others stand with all your{" "}
              <TextLink href="/wins">wins</TextLink>.
            </p>
          )}
          <ul className="gap-x-10 print:columns-2">
            {back.wins.map((win) => (
              <li
                key={win.id}
                // On paper the line stands below: the first of the second column begins where the first column does.
                className="border-line border-t py-4 first:border-t-0 first:pt-1 print:break-inside-avoid print:border-t-0 print:border-b print:pt-1"
              >
                <p className="text-muted text-sm">{win.said}</p>
                <Prose words={wordsToDraw(win.body)} />
                {win.picture && <WinPicture picture={win.picture} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {has("wins") && back.wins.length === 0 && (
        <div className="mt-11" data-print="no">
          <EmptyState title="No win is written down here">
            A walk on a heavy day is one. You can still write it down, under the day it was.
          </EmptyState>
        </div>
      )}
      {has("efforts") && back.efforts.length > 0 && (
        <Section title={partWords.efforts}>
          <dl className="grid max-w-80 grid-cols-[1fr_auto] gap-x-6 gap-y-1.5">
            {back.efforts.map(({ category, label, times }) => (
              <div key={category} className="contents">
                <dt>{label}</dt>
                <dd className="text-end tabular-nums">{sayTimes(times)}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {has("others") && back.answered > 0 && (
        <Section title={partWords.others}>
          <p>{sayAnswered(back.answered)}</p>
        </Section>
      )}
      {back.helped.length > 0 && (
        <Section title={partWords.helped}>
          <ul className="list-disc ps-5">
            {back.helped.map((words) => (
              <li key={words} className="wrap-anywhere">
                {words}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {back.goals.length > 0 && (
        <Section title={partWords.goals}>
          <ul>
            {back.goals.map(({ id, title, words }) => (
              <li key={id} className="border-line border-t py-4 first:border-t-0 first:pt-1">
                <p dir="auto" className="wrap-anywhere text-muted text-sm">
                  {title}
                </p>
                <Prose words={wordsToDraw(words)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {back.feelings.length > 0 && (
        <Section title={partWords.feelings}>
          <p className="wrap-anywhere">{back.feelings.join(", ")}</p>
        </Section>
      )}
      {back.setbacks > 0 && (
        <Section title="Setbacks">
          <p>{saySetbacks(back.setbacks)}</p>
        </Section>
      )}
      <ChooseParts chosen={chosen} />
    </>
  );
}
