import { CountCase } from "@/components/experiments/count-case";
import { ResultTable } from "@/components/experiments/result-table";
import { UndoCase } from "@/components/experiments/undo-case";
import { WhatNow } from "@/components/experiments/what-now";
import { WriteLesson } from "@/components/experiments/write-lesson";
import { Press } from "@/components/forms/press";
import { CanWait } from "@/components/phases/can-wait";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import type { KeptWords } from "@/lib/drafts/queries";
import { deleteExperiment, endExperiment, goOnWithExperiment } from "@/lib/experiments/actions";
import type { ExperimentCard } from "@/lib/experiments/queries";

type Props = {
  experiment: ExperimentCard;
  draft: KeptWords | null;
  /** Whether a setback was logged today: then nothing is asked. */
  waits: boolean;
};

/** One experiment: counting while it runs, and what came of it once it is over. */
export function ExperimentView({ experiment, draft, waits }: Props) {
  const { id, over, canGoOn, verdict, lesson } = experiment;
  return (
    <>
      {over ? (
        <>
          <Section title="What came of it">
            <ResultTable experiment={experiment} />
            <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2.5">
              {!verdict && <UndoCase experiment={experiment} />}
              {canGoOn && !verdict && (
                <Press
                  action={goOnWithExperiment}
                  about={{ experimentId: id }}
                  says="Go on with it"
                  label="Go on with this experiment"
                  icon="play"
                  variant="quiet"
                />
              )}
            </div>
          </Section>
          <Section title="What now">
            {waits ? (
              <div className="grid gap-6">
                {verdict && <WhatNow experiment={experiment} />}
                {lesson && <Prose words={wordsToDraw(lesson)} />}
                <CanWait keeps={draft !== null} />
              </div>
            ) : (
              <div className="grid gap-8">
                <WhatNow experiment={experiment} />
                <WriteLesson experiment={experiment} draft={draft} />
              </div>
            )}
          </Section>
        </>
      ) : (
        <Section title="Count one">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2.5">
            <CountCase experiment={experiment} />
          </div>
          <div className="mt-3">
            <UndoCase experiment={experiment} />
          </div>
          <p className="mt-3 max-w-words text-muted">
            Count an application when you know what came of it, or when you take the silence for an answer.
          </p>
        </Section>
      )}
      <section aria-label="End or delete" className="mt-11">
        <Fold key={over ? "over" : "running"} summary={over ? "Delete" : "End early or delete"}>
          <p className="max-w-words">
            {!over && "Ending early keeps what you counted. "}
            Deleting takes what you counted along; it can be undone right afterwards.
          </p>
          <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2.5">
            {!over && (
              <Press
                action={endExperiment}
                about={{ experimentId: id }}
                says="End it now"
                label="End this experiment now"
                variant="quiet"
              />
            )}
            <Press
              action={deleteExperiment}
              about={{ experimentId: id }}
              says="Delete"
              label="Delete this experiment"
            />
          </div>
        </Fold>
      </section>
    </>
  );
}
