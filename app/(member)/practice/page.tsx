import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { AddQuestion } from "@/components/practice/add-question";
import { QuestionList } from "@/components/practice/question-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { bringQuestionBack } from "@/lib/practice/actions";
import { findQuestionTakenOut, listQuestions } from "@/lib/practice/queries";
import { PRACTICE_DRAFT_KEY } from "@/lib/practice/schema";
import { read } from "@/lib/viewer";

export default page("Questions to practise", async ({ searchParams }: PageProps<"/practice">) => {
  const { deleted } = await searchParams;
  const { questions, draft, takenOut } = await read(async (viewer) => ({
    questions: await listQuestions(viewer),
    draft: await findKeptWords(viewer, PRACTICE_DRAFT_KEY),
    takenOut: deleted ? await findQuestionTakenOut(viewer, deleted) : null,
  }));
  const open = questions.filter(({ practised }) => practised === null);
  const done = questions.filter(({ practised }) => practised !== null);
  return (
    <>
      <PageHeader
        title="Questions to practise"
        sub="What you might be asked. Saying an answer aloud once, to nobody, is practice. Only you can read this."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {takenOut && (
        <Deleted
          title="Taken out"
          undo={bringQuestionBack}
          about={{ questionId: takenOut.id }}
          label="Undo taking out the question"
        />
      )}
      <div className="mt-6">
        <AddQuestion id={freshId()} draft={draft} />
      </div>
      {open.length > 0 && (
        <Section title="To practise, when you like">
          <QuestionList questions={open} />
        </Section>
      )}
      {questions.length === 0 && (
        <div className="mt-9">
          <EmptyState title="Nothing to practise yet">
            What they asked you in an interview comes here from its debrief, and so does whatever you add
            above.
          </EmptyState>
        </div>
      )}
      {done.length > 0 && (
        <div className="mt-11">
          <Fold summary="Practised" toRead open={open.length === 0}>
            <QuestionList questions={done} />
          </Fold>
        </div>
      )}
    </>
  );
});
