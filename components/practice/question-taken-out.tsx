import { QuestionButton } from "@/components/practice/question-button";
import { Notice } from "@/components/ui/notice";
import { bringQuestionBack } from "@/lib/practice/actions";

/** Says that a question was taken out, and takes that back. */
export function QuestionTakenOut({ questionId }: { questionId: string }) {
  return (
    <Notice
      title="Taken out"
      action={
        <QuestionButton
          action={bringQuestionBack}
          questionId={questionId}
          says="Undo"
          icon="undo-2"
          variant="quiet"
          label="Undo taking out the question"
        />
      }
    >
      That can be undone right now, here.
    </Notice>
  );
}
