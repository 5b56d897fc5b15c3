import type { Route } from "next";
import { notFound } from "next/navigation";
import { RequestView } from "@/components/feedback/request-view";
import { page } from "@/components/layout/page";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";
import { listKeptWords } from "@/lib/drafts/queries";
import { findRequest } from "@/lib/feedback/queries";
import { suggestedFollowUp } from "@/lib/feedback/rules";
import { answerDraftKey, letterDraftKey, templateDraftKey } from "@/lib/feedback/schema";
import { freshId } from "@/lib/ids";
import { isInJar } from "@/lib/jar/queries";
import { findSetback, hasFreshSetback } from "@/lib/setbacks/queries";
import { read } from "@/lib/viewer";
import { noticedWinId } from "@/lib/wins/notice-win";
import { findWin } from "@/lib/wins/queries";

// The browser's history and tabs say no more than this.
export default page("A letter", async ({ params }: PageProps<"/feedback/[id]">) => {
  const { id } = await params;
  const { request, setback, ...rest } = await read(async (viewer) => {
    const request = (await findRequest(viewer, id)) ?? notFound();
    const setback = request.setbackId ? await findSetback(viewer, request.setbackId) : null;
    return {
      request,
      setback,
      kept: await listKeptWords(viewer, [letterDraftKey(id), answerDraftKey(id), templateDraftKey(id)]),
      isWin: (await findWin(viewer, noticedWinId(request.id))) !== null,
      isInJar: request.jarEntryId !== null && (await isInJar(viewer, request.jarEntryId, request.answer)),
      today: viewer.today,
      lessonWaits: await hasFreshSetback(viewer),
    };
  });
  return (
    <>
      <PageHeader
        title={request.title}
        sub={
          <>
            From {request.name === null ? request.one : <Name>{request.name}</Name>}. Only you can read this.
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
        known={{ role: setback?.role ?? null, company: setback?.company ?? null }}
        followUpOn={suggestedFollowUp(rest.today)}
        reasonsHref={setback && !rest.lessonWaits ? (`/setbacks/${setback.id}/learn` as Route) : null}
        templateId={freshId()}
        {...rest}
      />
    </>
  );
});
