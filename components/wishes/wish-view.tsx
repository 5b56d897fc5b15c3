import type { ReactNode } from "react";
import { PlanNudge } from "@/components/plans/plan-nudge";
import { PlanSentence } from "@/components/plans/plan-sentence";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { screenWords } from "@/components/wishes/screens";
import type { WishView as Wish } from "@/lib/wishes/queries";
import { parts, type Screen } from "@/lib/wishes/rules";

type Props = {
  wish: Wish;
  /** What could get in the way was just changed, and its plan was not. */
  isObstacleNew: boolean;
};

/** A whole picture to look back at, each sentence with a way to change it. */
export function WishView({ wish, isObstacleNew }: Props) {
  return (
    <>
      {isObstacleNew && wish.plan && (
        <div className="mb-7">
          <Notice
            live
            title="Something else could get in the way now"
            action={<ButtonLink href={`/wishes/${wish.id}/plan`}>Change the plan</ButtonLink>}
          >
            The plan below is as it was. Perhaps it still fits.
          </Notice>
        </div>
      )}
      <div className="grid gap-7">
        {parts.map(
          (part) =>
            wish[part] !== null && (
              <Sentence key={part} wishId={wish.id} screen={part} title={screenWords[part].said}>
                <p dir="auto" className="wrap-anywhere max-w-words font-serif text-xl">
                  {wish[part]}
                </p>
              </Sentence>
            ),
        )}
        {wish.plan && (
          <Sentence wishId={wish.id} screen="plan" title="If and then">
            <PlanSentence sentence={wish.plan.sentence} />
            {wish.plan.nudge && <PlanNudge plan={wish.plan} />}
          </Sentence>
        )}
      </div>
      <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-2.5" data-print="no">
        {wish.next && <ButtonLink href={`/wishes/${wish.id}/${wish.next}`}>Go on with it</ButtonLink>}
        {wish.plan && (
          <>
            <ButtonLink href={`/plans/${wish.plan.id}`}>Rehearse it once</ButtonLink>
            <ButtonLink href="/wishes" variant="plain">
              That is enough for today
            </ButtonLink>
          </>
        )}
      </div>
    </>
  );
}

type SentenceProps = { wishId: string; screen: Screen; title: string; children: ReactNode };

function Sentence({ wishId, screen, title, children }: SentenceProps) {
  return (
    <section>
      <h2 className="mb-1 font-semibold text-muted text-sm">{title}</h2>
      {children}
      <p className="text-sm" data-print="no">
        <TextLink
          href={`/wishes/${wishId}/${screen}`}
          className="inline-flex min-h-11 items-center text-muted"
          aria-label={`Change it: ${title}`}
        >
          Change it
        </TextLink>
      </p>
    </section>
  );
}
