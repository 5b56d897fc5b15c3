import type { Route } from "next";
import type { ReactNode } from "react";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { restIn } from "@/lib/phases/actions";
import type { Stage } from "@/lib/phases/rules";
import type { Phase } from "@/lib/phases/schema";

const told: Record<Phase, { title: string; been: string; open: string; tomorrow?: string }> = {
  feel: {
    title: "Feel",
    been: "It was given a name and some time.",
    open: "It may hurt first. There is a page to yourself, and nothing has to come of it.",
  },
  reframe: {
    title: "Reframe",
    been: "You looked at a thought from two sides.",
    open: "One thought keeps coming back? Look at it from two sides when you like. About ten minutes.",
    tomorrow: "From tomorrow on, or when you like: one thought, from two sides.",
  },
  learn: {
    title: "Learn",
    been: "You began to sort what was yours, what was theirs and what was chance.",
    open: "When you are ready: what was yours, what was theirs, what was chance.",
  },
  act: {
    title: "Act",
    been: "One small thing, from what was yours.",
    open: "One small thing, from what was yours.",
  },
};

const places: Record<Phase, string> = {
  feel: "own-page",
  reframe: "reframe",
  learn: "learn",
  act: "learn#act",
};

/** The stages of a setback: each with what it is, the way in, and what came of it. */
export function Stages({
  setbackId,
  stages,
  labels,
  came,
  done,
}: {
  setbackId: string;
  stages: Stage[];
  /** What the way into each of them says; null where there is none today. */
  labels: Record<Phase, string | null>;
  /** What is there of each already. */
  came: Partial<Record<Phase, ReactNode>>;
  /** Whether something came of it. Whoever left a stage out is told of nothing that they did not do. */
  done: Record<Phase, boolean>;
}) {
  const here = stages.findIndex(({ state }) => state === "here");
  return (
    <ol id="stages" aria-label="Stages" className="mt-10 scroll-mt-6 border-line border-t">
      {stages.map(({ phase, state, waits }, index) => (
        <li
          key={phase}
          {...(state === "here" && { "aria-current": "step" as const })}
          className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3.5 gap-y-3 border-line border-b py-5 sm:grid-cols-[1.75rem_minmax(0,1fr)_auto]"
        >
          <span
            aria-hidden="true"
            className={`grid size-7 place-items-center rounded-full border-[1.5px] text-xs ${marks[state === "been" && !done[phase] ? "open" : state]}`}
          >
            {state === "been" && done[phase] ? <Icon name="check" className="size-4!" /> : index + 1}
          </span>
          <div className="min-w-0">
            <h2 className="font-semibold">{told[phase].title}</h2>
            <p className="text-muted">
              {waits
                ? "This can wait until tomorrow, or for as long as you like."
                : sayStage(phase, state, done[phase])}
            </p>
            {came[phase]}
          </div>
          <div className="flex flex-wrap items-start gap-x-4 gap-y-2 max-sm:col-start-2" data-print="no">
            {labels[phase] !== null && (
              <ButtonLink
                href={`/setbacks/${setbackId}/${places[phase]}` as Route}
                variant={
                  waits || state === "been" || state === "tomorrow"
                    ? "plain"
                    : state === "here" && phase !== "feel"
                      ? "primary"
                      : "quiet"
                }
                aria-label={`${labels[phase]}: ${told[phase].title}`}
              >
                {labels[phase]}
              </ButtonLink>
            )}
            {!waits && state === "open" && index === here + 1 && (
              <RestIn setbackId={setbackId} phase={phase} label="I am here now" about={told[phase].title} />
            )}
            {!waits && state === "been" && index === here - 1 && (
              <RestIn setbackId={setbackId} phase={phase} label="Back to this" about={told[phase].title} />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function sayStage(phase: Phase, state: Stage["state"], isDone: boolean): string | undefined {
  const { been, open, tomorrow } = told[phase];
  if (state === "tomorrow") return tomorrow;
  if (state === "been") return isDone ? been : "Left out. It is here whenever you like.";
  return open;
}

function RestIn({
  setbackId,
  phase,
  label,
  about,
}: {
  setbackId: string;
  phase: Phase;
  label: string;
  about: string;
}) {
  return (
    <Form action={restIn} className="">
      <HiddenField name="setbackId" value={setbackId} />
      <HiddenField name="phase" value={phase} />
      <SubmitButton variant="plain" pendingText="Moving" aria-label={`${label}: ${about}`}>
        {label}
      </SubmitButton>
    </Form>
  );
}

const marks: Record<Stage["state"], string> = {
  been: "border-sage bg-sage text-on-sage",
  here: "border-sage text-sage",
  open: "border-control text-muted",
  tomorrow: "border-line text-muted",
};
