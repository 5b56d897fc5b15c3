import type { Route } from "next";
import { notFound } from "next/navigation";
import { KeptWords } from "@/components/drafts/kept-words";
import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { CanWait } from "@/components/phases/can-wait";
import { AddReason } from "@/components/reasons/add-reason";
import { Becomes } from "@/components/reasons/becomes";
import { ClosedNotice } from "@/components/reasons/closed-notice";
import { ReasonGroups } from "@/components/reasons/reason-groups";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { findDebrief } from "@/lib/debriefs/queries";
import { isDebriefOffered } from "@/lib/debriefs/rules";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { bringReasonBack } from "@/lib/reasons/actions";
import { findReasonTakenOut, findSetbackToLearnFrom, listReasons } from "@/lib/reasons/queries";
import { reasonDraftKey } from "@/lib/reasons/schema";
import { read } from "@/lib/viewer";

export default page("Learn", async ({ params, searchParams }: PageProps<"/setbacks/[id]/learn">) => {
  const [{ id }, { deleted }] = await Promise.all([params, searchParams]);
  const draftKey = reasonDraftKey(id);
  const { setback, reasons, draft, takenOut, debrief } = await read(async (viewer) => {
    const setback = (await findSetbackToLearnFrom(viewer, id)) ?? notFound();
    return {
      setback,
      reasons: await listReasons(viewer, id),
      draft: await findKeptWords(viewer, draftKey),
      takenOut: deleted ? await findReasonTakenOut(viewer, id, deleted) : null,
      debrief: setback.waits ? await findDebrief(viewer, id) : null,
    };
  });
  return (
    <>
      <PageHeader
        title="Learn"
        sub={`${setback.title}. Only you can read this, and you can leave it for another day.`}
        back={{ href: `/setbacks/${setback.id}`, label: "Back to the setback" }}
      />
      {takenOut && (
        <Deleted
          title="Taken out"
          undo={bringReasonBack}
          about={{ reasonId: takenOut.id }}
          label="Undo taking out the reason"
        />
      )}
      {setback.waits ? (
        <>
          <CanWait
            keeps={draft !== null}
            on={{ href: `/setbacks/${setback.id}` as Route, label: "Back to the setback" }}
          />
          <ReasonGroups reasons={reasons} waits />
          {debrief && (
            <p className="mt-11 text-muted">
              <TextLink href={`/setbacks/${setback.id}/debrief`}>
                Read what you kept of the conversation
              </TextLink>
            </p>
          )}
        </>
      ) : (
        <>
          {setback.isClosed && <ClosedNotice />}
          {draft && <KeptWords draftKey={draftKey} />}
          <div className="mt-6">
            <AddReason id={freshId()} setbackId={setback.id} draft={draft} folded={setback.isClosed} />
          </div>
          <ReasonGroups reasons={reasons} />
          <div id="act" className="scroll-mt-6">
            {!setback.isClosed && (
              <Becomes
                reasons={reasons}
                ways={({ id }) => ({
                  feedback: `/feedback/new?setback=${setback.id}` as Route,
                  experiment: `/experiments/new?reason=${id}` as Route,
                  plan: (setback.kind ? `/plans/new?kind=${setback.kind}` : "/plans/new") as Route,
                  learning: `/learning/new?reason=${id}` as Route,
                  goal: `/goals/new?reason=${id}#goal` as Route,
                })}
              />
            )}
          </div>
          <p className="mt-11 text-muted">
            {isDebriefOffered(setback.kind)
              ? "There was a conversation: "
              : "If you spoke with somebody there: "}
            <TextLink href={`/setbacks/${setback.id}/debrief`}>look back on it</TextLink>, first on what went
            well.
          </p>
        </>
      )}
    </>
  );
});
