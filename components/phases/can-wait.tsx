import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = {
  /** What was typed here and not sent is there again on another day. */
  keeps?: boolean;
  /** Somewhere to go, where the page has nothing else today. */
  on?: { href: Route; label: string } | undefined;
};

/** Instead of any question for reasons or lessons, on a day on which a setback was written down. */
export function CanWait({ keeps = false, on }: Props) {
  return (
    <Notice
      title="This can wait"
      icon="moon"
      action={
        on && (
          <ButtonLink href={on.href} variant="plain">
            {on.label}
          </ButtonLink>
        )
      }
    >
      You wrote a setback down today, and that is enough for one day. What to make of things can wait until
      tomorrow, or for as long as you like.{keeps && " What you typed here before is kept."}
    </Notice>
  );
}
