import { notFound } from "next/navigation";
import { RequestView } from "@/components/feedback/request-view";
import { page } from "@/components/layout/page";
import { SharedWhere } from "@/components/shares/shared-where";
import { WhoReads } from "@/components/shares/who-reads";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { listKeptWords } from "@/lib/drafts/queries";
import { findRequest, findSetbackToAskAbout, listSetbacksToTie } from "@/lib/feedback/queries";
import { suggestedFollowUp } from "@/lib/feedback/rules";
import { answerAloneDraftKey, answerDraftKey, letterDraftKey } from "@/lib/feedback/schema";
import { freshId } from "@/lib/ids";
import { isInJar } from "@/lib/jar/queries";
import { hasFreshSetback } from "@/lib/setbacks/queries";
import { listShares } from "@/lib/shares/queries";
import { listTemplates } from "@/lib/templates/queries";
import { templateDraftKey } from "@/lib/templates/schema";
import { read } from "@/lib/viewer";
import { noticedWinId } from "@/lib/wins/notice-win";
import { findWin } from "@/lib/wins/queries";

// The browser's history and tabs say no more than this.
export default page("A letter", async ({ params }: PageProps<"/feedback/[id]">) => {
  const { id } = await params;
  const { request, setback, shares, ...rest } = await read(async (viewer) => {
    const request = (await findRequest(viewer, id)) ?? notFound();
    const setback = await findSetbackToAskAbout(viewer, request.setbackId);
    return {
      request,
      setback,
      shares: await listShares(viewer, { feedbackRequestId: request.id }),
      setbacks: await listSetbacksToTie(viewer, setback),
      kept: await listKeptWords(
        viewer,
        [letterDraftKey, answerDraftKey, answerAloneDraftKey, templateDraftKey].map((of) => of(id)),
      ),
      own: await listTemplates(viewer),
      isWin: (await findWin(viewer, noticedWinId(request.id))) !== null,
      isInJar: request.jarEntryId !== null && (await isInJar(viewer, request.jarEntryId, request.answer)),
      today: viewer.today,
      waits: await hasFreshSetback(viewer),
    };
  });
  return (
    <>
      <PageHeader
        title={request.title}
        sub={
          <>
            From {request.name === null ? request.one : <Name>{request.name}</Name>}.{" "}
            <WhoReads isShared={shares.length > 0} share={`/feedback/${request.id}/share`} />
            {setback && (
              <>
                {" "}
                <TextLink href={`/setbacks/${setback.id}`}>The setback that it is about</TextLink>
              </>
            )}
          </>
        }
        back={{ href: "/feedback", label: "Feedback" }}
      />
      <RequestView
        request={request}
        setback={setback}
        followUpOn={suggestedFollowUp(rest.today)}
        templateId={freshId()}
        {...rest}
      />
      <SharedWhere shares={shares} />
    </>
  );
});
