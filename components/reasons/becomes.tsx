import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import type { IconName } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { excerptOf } from "@/lib/excerpt";
import type { ReasonLine } from "@/lib/reasons/queries";
import { canBecome, type Step, steps, stepsFor } from "@/lib/reasons/rules";

/** Where a reason can go on from here: a page for each step that there is one for. */
export type Ways = Partial<Record<Step, Route>>;

type Props = { reasons: ReasonLine[]; ways: (reason: ReasonLine) => Ways };

const says: Record<Step, { step: string; why: string; icon: IconName }> = {
  feedback: {
    step: "Ask somebody about it",
    why: "One short question, so that you need not guess.",
    icon: "mail",
  },
  experiment: { step: "Try one change", why: "Once or a few times, and then look.", icon: "lightbulb" },
  plan: {
    step: "Plan for the next time",
    why: "If it happens again, you will know what to do.",
    icon: "notebook-pen",
  },
  learning: { step: "Learn it in three small steps", why: "The first can be tiny.", icon: "sparkles" },
  goal: { step: "Make it a small goal", why: "Something you do, whatever anybody answers.", icon: "sprout" },
};

/**
 * What was in the member's hands can become something. One small step is suggested, from the first such reason; every
 * other way lies folded below it.
 */
export function Becomes({ reasons, ways }: Props) {
  const all = reasons.filter(canBecome).map((reason) => {
    const hrefs = ways(reason);
    const open = steps.filter((step) => hrefs[step] !== undefined);
    return {
      reason,
      ways: stepsFor(reason, open).flatMap((step) => {
        const href = hrefs[step];
        return href === undefined ? [] : [{ step, href }];
      }),
    };
  });
  const [first] = all;
  const suggested = first?.ways[0];
  if (!first || !suggested) return null;
  const others = all
    .map(({ reason, ways }) => ({ reason, ways: ways.filter((way) => way !== suggested) }))
    .filter(({ ways }) => ways.length > 0);
  const { step, why, icon } = says[suggested.step];
  return (
    <Section title="One small step, if you like">
      <Card>
        <p className="font-serif text-lg">{excerptOf(first.reason.words, 140)}</p>
        <p className="mt-1 text-muted">{why} It can wait, or never happen.</p>
        <p className="mt-4">
          <ButtonLink href={suggested.href} icon={icon}>
            {step}
          </ButtonLink>
        </p>
      </Card>
      {others.length > 0 && (
        <div className="mt-3">
          <Fold summary="Something else instead">
            {others.map(({ reason, ways }) => (
              <div key={reason.id} className="mt-4 first:mt-0">
                {all.length > 1 && <p className="font-serif">{excerptOf(reason.words, 140)}</p>}
                <ul>
                  {ways.map((way) => (
                    <li key={way.step} className="py-1">
                      <TextLink href={way.href} className="inline-flex min-h-11 items-center">
                        {says[way.step].step}
                        {all.length > 1 && <span className="sr-only">: {excerptOf(reason.words, 60)}</span>}
                      </TextLink>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </Fold>
        </div>
      )}
    </Section>
  );
}
