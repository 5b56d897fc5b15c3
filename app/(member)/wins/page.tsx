import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { LookBackLinks } from "@/components/look-backs/look-back-links";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { NoticedWin } from "@/components/wins/noticed-win";
import { WinList } from "@/components/wins/win-list";
import { WriteWin } from "@/components/wins/write-win";
import { WrittenNotice } from "@/components/wins/written-notice";
import { placeIn } from "@/lib/day-place";
import { findKeptWords } from "@/lib/drafts/queries";
import { listGoals } from "@/lib/goals/queries";
import { freshId } from "@/lib/ids";
import { listSeats } from "@/lib/memberships/queries";
import { findNoticed } from "@/lib/noticed-wins/queries";
import { stepsForToday, takenSince } from "@/lib/today/rules";
import { read } from "@/lib/viewer";
import { bringWinBack } from "@/lib/wins/actions";
import { findDeletedWin, findWin, hasDeclinedStep, listWins } from "@/lib/wins/queries";

export default page("Wins", async ({ searchParams }: PageProps<"/wins">) => {
  const asked = await searchParams;
  const before = placeIn(asked.before);
  const { today, page, seats, draft, written, goals, declined, deleted, noticed } = await read(
    async (viewer) => ({
      today: viewer.today,
      page: await listWins(viewer, before),
      seats: await listSeats(viewer),
      draft: await findKeptWords(viewer, "win"),
      written: asked.written ? await findWin(viewer, asked.written) : null,
      goals: asked.written ? await listGoals(viewer) : [],
      declined: asked.written ? await hasDeclinedStep(viewer) : false,
      noticed: await findNoticed(viewer),
      deleted: asked.deleted ? await findDeletedWin(viewer, asked.deleted) : null,
    }),
  );
  const [next = null] = stepsForToday(goals, today);
  const taken = takenSince(goals, written?.id ?? null, today);
  return (
    <>
      <PageHeader
        title="Wins"
        sub="Mostly effort: you asked, you went, you wrote, you rested. Only you read them, and a supporter whom you let see your wins."
      />
      {deleted && (
        <Deleted undo={bringWinBack} about={{ winId: deleted.id }} label="Undo deleting the win">
          What you put in a circle stays there until you take it back there.
        </Deleted>
      )}
      {written && <WrittenNotice win={written} next={next} taken={taken} declined={declined} />}
      {!before && !written && <NoticedWin noticed={noticed} />}
      {!before && <LookBackLinks today={today} />}
      {!before && <WriteWin id={freshId()} today={today} draft={draft} />}
      {page.wins.length > 0 ? (
        <WinList wins={page.wins} circles={seats.map((seat) => seat.id)} />
      ) : (
        <div className="mt-9">
          <EmptyState title="Nothing written yet">
            A first sentence to someone new is a win. So is a day off that you needed.
          </EmptyState>
        </div>
      )}
      {page.older && (
        <p className="mt-8">
          <TextLink href={`/wins?before=${page.older}`}>Older wins</TextLink>
        </p>
      )}
    </>
  );
});
