import { notFound } from "next/navigation";
import { WasLetGo } from "@/components/closures/let-go";
import { Deleted } from "@/components/forms/deleted";
import { Press } from "@/components/forms/press";
import { FromBetterDays } from "@/components/jar/from-better-days";
import { page } from "@/components/layout/page";
import { Stages } from "@/components/phases/stages";
import { PlannedForThis } from "@/components/plans/planned-for-this";
import { ReasonsInShort } from "@/components/reasons/reasons-in-short";
import { ReframeLines } from "@/components/reframes/reframe-lines";
import { SetbackLetter } from "@/components/setbacks/setback-letter";
import { SharedWhere } from "@/components/shares/shared-where";
import { WhoReads } from "@/components/shares/who-reads";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Offers } from "@/components/writing/offers";
import { dayIn, sayDay } from "@/lib/dates";
import { findOneFromJar } from "@/lib/jar/queries";
import { isFirstDay, stagesOf } from "@/lib/phases/rules";
import { listFirings } from "@/lib/plans/queries";
import { listReasons } from "@/lib/reasons/queries";
import { bringReframeBack } from "@/lib/reframes/actions";
import { findDeletedReframe, listReframes } from "@/lib/reframes/queries";
import { deleteSetback } from "@/lib/setbacks/actions";
import { findSetback, hasFreshSetback } from "@/lib/setbacks/queries";
import { kindThing } from "@/lib/setbacks/rules";
import { listShares } from "@/lib/shares/queries";
import { read } from "@/lib/viewer";
import { findWriting } from "@/lib/writing/queries";

// The browser's history and tabs say no more than this.
export default page("A setback", async ({ params, searchParams }: PageProps<"/setbacks/[id]">) => {
  const { id } = await params;
  const { reframe: takenOut } = await searchParams;
  const { setback, shares, reframes, firings, reasons, writing, kept, reframeGone, waits, today, timeZone } =
    await read(async (viewer) => ({
      setback: (await findSetback(viewer, id)) ?? notFound(),
      shares: await listShares(viewer, { setbackId: id }),
      reframes: await listReframes(viewer, id),
      firings: await listFirings(viewer, id),
      reasons: await listReasons(viewer, id),
      writing: await findWriting(viewer, id),
      kept: await findOneFromJar(viewer, viewer.today),
      reframeGone: takenOut ? await findDeletedReframe(viewer, takenOut) : null,
      waits: await hasFreshSetback(viewer),
      today: viewer.today,
      timeZone: viewer.timeZone,
    }));
  const firstDay = isFirstDay(setback.createdAt, today, timeZone);
  const isShared = shares.length > 0;
  return (
    <>
      <PageHeader
        title={setback.title}
        back={{ href: "/setbacks", label: "Setbacks" }}
        sub={
          <>
            {sayDay(setback.day, today)}.{" "}
            <WhoReads isShared={isShared} share={`/setbacks/${setback.id}/share`} />
          </>
        }
      />
      <PlannedForThis firings={firings} />
      <SetbackLetter setback={setback} kindThing={kindThing(setback.createdAt, today, timeZone)} />
      {reframeGone && (
        <div className="mt-6">
          <Deleted
            title="Taken out"
            undo={bringReframeBack}
            about={{ reframeId: reframeGone.id }}
            label="Undo taking out the thought"
          />
        </div>
      )}
      {setback.closedAt ? (
        <WasLetGo
          setbackId={setback.id}
          on={sayDay(dayIn(timeZone, setback.closedAt), today)}
          farewell={setback.farewell}
        />
      ) : (
        <>
          <Stages
            setbackId={setback.id}
            stages={stagesOf(setback.phase, firstDay, waits)}
            labels={{
              feel: setback.page === null ? "Write" : "Read",
              reframe: reframes.length === 0 ? "Begin" : "Another thought",
              learn: waits ? "Read" : "Sort it",
              act: waits ? null : "Choose one",
            }}
            done={{ feel: true, reframe: reframes.length > 0, learn: reasons.length > 0, act: true }}
            came={{
              feel: <Offers setbackId={setback.id} writing={writing} />,
              reframe: <ReframeLines setbackId={setback.id} reframes={reframes} />,
            }}
          />
          {kept && (
            <div className="mt-8">
              <FromBetterDays entry={kept} />
            </div>
          )}
          <div className="mt-6 grid justify-items-start gap-4" data-print="no">
            <ButtonLink href={`/setbacks/${setback.id}/let-go`}>
              {setback.kind === "silence" ? "Close this silence" : "Let this one go"}
            </ButtonLink>
            <p className="text-muted text-sm">You can leave this for another day.</p>
          </div>
        </>
      )}
      {!firstDay && <ReasonsInShort setbackId={setback.id} reasons={reasons} />}
      <SharedWhere shares={shares} />
      <div className="mt-11 flex flex-wrap items-center gap-x-4 gap-y-2.5" data-print="no">
        <ButtonLink href={`/setbacks/${setback.id}/edit`} icon="pencil">
          Edit
        </ButtonLink>
        <Press
          action={deleteSetback}
          about={{ setbackId: setback.id }}
          says="Delete"
          label="Delete this setback"
          icon="trash-2"
          pendingText="Deleting"
        />
        <p className="basis-full text-muted text-sm">
          {isShared
            ? "Deleting this leaves the copies in your circles until you take them back. It can be undone right afterwards."
            : "Deleting can be undone right afterwards."}
        </p>
      </div>
    </>
  );
});
