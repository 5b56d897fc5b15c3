import { EndedList } from "@/components/experiments/ended-list";
import { RunningList } from "@/components/experiments/running-list";
import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { bringExperimentBack } from "@/lib/experiments/actions";
import { findDeletedExperiment, listExperiments } from "@/lib/experiments/queries";
import { MOST_AT_ONCE } from "@/lib/experiments/rules";
import { read } from "@/lib/viewer";

export default page("Experiments", async ({ searchParams }: PageProps<"/experiments">) => {
  const asked = await searchParams;
  const { experiments, deleted } = await read(async (viewer) => ({
    experiments: await listExperiments(viewer),
    deleted: asked.deleted ? await findDeletedExperiment(viewer, asked.deleted) : null,
  }));
  const running = experiments.filter(({ over }) => !over);
  return (
    <>
      <PageHeader
        title="Experiments"
        sub="One change, tried for a while, with an honest result. Only you can read this."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {deleted && (
        <Deleted
          undo={bringExperimentBack}
          about={{ experimentId: deleted.id }}
          label="Undo deleting the experiment"
        >
          What you counted went along.
        </Deleted>
      )}
      {running.length > 0 ? (
        <RunningList experiments={running} />
      ) : (
        <div className="mt-6">
          <EmptyState
            title="Nothing is being tried just now"
            action={<ButtonLink href="/experiments/new">Begin an experiment</ButtonLink>}
          >
            When something is in your hands, try one change and count what comes of it. Not trying anything is
            fine, too.
          </EmptyState>
        </div>
      )}
      {running.length > 0 && running.length < MOST_AT_ONCE && (
        <p className="mt-8">
          <ButtonLink href="/experiments/new" icon="plus">
            Begin another
          </ButtonLink>
        </p>
      )}
      {running.length >= MOST_AT_ONCE && (
        <p className="mt-8 max-w-words text-muted">
          Two is the most at once: with more changes at a time nobody can say which of them did it.
        </p>
      )}
      <EndedList experiments={experiments.filter(({ over }) => over)} />
    </>
  );
});
