import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { EarlierExercises } from "@/components/exercises/earlier-exercises";
import { ExerciseForm } from "@/components/exercises/exercise-form";
import { OtherExercises } from "@/components/exercises/other-exercises";
import { page } from "@/components/layout/page";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { exerciseKinds, guides } from "@/lib/exercises/guides";
import { listExercises } from "@/lib/exercises/queries";
import { exerciseDraftKey } from "@/lib/exercises/schema";
import { mintedId } from "@/lib/form-fields";
import { freshId } from "@/lib/ids";
import { findSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";

export default page(
  "A quiet exercise",
  async ({ params, searchParams }: PageProps<"/setbacks/[id]/exercise/[kind]">) => {
    const [{ id, kind: asked }, { kept, deleted }] = await Promise.all([params, searchParams]);
    const { kind, setback, exercises, draft } = await read(async (viewer) => {
      const kind = exerciseKinds.find((one) => one === asked) ?? notFound();
      return {
        kind,
        setback: (await findSetback(viewer, id)) ?? notFound(),
        exercises: await listExercises(viewer, id, kind),
        draft: await findKeptWords(viewer, exerciseDraftKey(kind, id)),
      };
    });
    const { title, intro } = guides[kind];
    const justKept = exercises.find((exercise) => exercise.id === kept);
    // A draft keeps the id that its form was given, so that a second press finds the first.
    const draftId = mintedId.safeParse(draft?.values.id?.[0]);
    return (
      <>
        <PageHeader
          title={title}
          sub={`${intro} Leave out whatever you like. Only you can read it.`}
          back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
        />
        <div className="grid gap-3 empty:hidden">
          {justKept && <Notice>Kept. It is below whenever you want to read it, and that is enough.</Notice>}
          {deleted && !justKept && <Notice>Deleted for good.</Notice>}
        </div>
        {draft && <KeptWords draftKey={exerciseDraftKey(kind, setback.id)} />}
        <ExerciseForm id={draftId.data ?? freshId()} setbackId={setback.id} kind={kind} draft={draft} />
        <EarlierExercises setbackId={setback.id} exercises={exercises} open={justKept?.id ?? null} />
        <OtherExercises setbackId={setback.id} kind={kind} />
      </>
    );
  },
);
