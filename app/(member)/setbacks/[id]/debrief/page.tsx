import type { Route } from "next";
import { notFound } from "next/navigation";
import { DebriefForm } from "@/components/debriefs/debrief-form";
import { DebriefLetter } from "@/components/debriefs/debrief-letter";
import { KeptWords } from "@/components/drafts/kept-words";
import { page } from "@/components/layout/page";
import { CanWait } from "@/components/phases/can-wait";
import { QuestionList } from "@/components/practice/question-list";
import { ClosedNotice } from "@/components/reasons/closed-notice";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findDebrief } from "@/lib/debriefs/queries";
import { debriefDraftKey } from "@/lib/debriefs/schema";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { listQuestions } from "@/lib/practice/queries";
import { findSetbackToLearnFrom } from "@/lib/reasons/queries";
import { read } from "@/lib/viewer";

export default page("Debrief", async ({ params }: PageProps<"/setbacks/[id]/debrief">) => {
  const { id } = await params;
  const draftKey = debriefDraftKey(id);
  const { setback, debrief, questions, draft } = await read(async (viewer) => ({
    setback: (await findSetbackToLearnFrom(viewer, id)) ?? notFound(),
    debrief: await findDebrief(viewer, id),
    questions: await listQuestions(viewer, id),
    draft: await findKeptWords(viewer, draftKey),
  }));
  return (
    <>
      <PageHeader
        title="Look back on the conversation"
        sub={`${setback.title}. Only you can read this, and every part of it can stay empty.`}
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      {setback.waits ? (
        <CanWait
          keeps={draft !== null}
          on={{ href: `/setbacks/${setback.id}` as Route, label: "Back to the setback" }}
        />
      ) : (
        setback.isClosed && <ClosedNotice />
      )}
      {debrief && <DebriefLetter debrief={debrief} />}
      {!setback.waits && (
        <>
          {draft && <KeptWords draftKey={draftKey} />}
          <div className="mt-8">
            <DebriefForm
              id={freshId()}
              setbackId={setback.id}
              debrief={debrief}
              draft={draft}
              folded={draft === null && (debrief !== null || setback.isClosed)}
            />
          </div>
        </>
      )}
      {questions.length > 0 && (
        <Section title="Questions to practise from here">
          <QuestionList questions={questions} />
          <p className="mt-3">
            <TextLink href="/practice">All questions to practise</TextLink>
          </p>
        </Section>
      )}
    </>
  );
});
