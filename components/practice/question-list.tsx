import { Press } from "@/components/forms/press";
import { notePractised, takeNoteBack, takeOutQuestion } from "@/lib/practice/actions";
import type { QuestionLine } from "@/lib/practice/queries";

/** Questions, each with a press for having practised it. Nothing counts how often. */
export function QuestionList({ questions }: { questions: QuestionLine[] }) {
  return (
    <ul>
      {questions.map(({ id, question, practised }) => (
        <li key={id} className="border-line border-t py-4 first:border-t-0 first:pt-1">
          <p dir="auto" className="wrap-anywhere font-serif text-lg">
            {question}
          </p>
          {practised && <p className="text-muted text-sm">Practised {practised.said}.</p>}
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
            {practised ? (
              <Press
                action={takeNoteBack}
                about={{ questionId: id }}
                says="Not practised after all"
                label={`Not practised after all: ${question}`}
              />
            ) : (
              <Press
                action={notePractised}
                about={{ questionId: id }}
                says="I practised it"
                label={`I practised: ${question}`}
                icon="check"
                variant="quiet"
              />
            )}
            <Press
              action={takeOutQuestion}
              about={{ questionId: id }}
              says="Take it out"
              label={`Take out: ${question}`}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
