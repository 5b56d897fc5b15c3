import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { draftOf } from "@/components/posts/draft-of";
import { ReportForm } from "@/components/reports/report-form";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Prose } from "@/components/ui/prose";
import { findDraft } from "@/lib/drafts/queries";
import { excerptOf } from "@/lib/excerpt";
import { freshId } from "@/lib/ids";
import { findReportable, hasReported } from "@/lib/reports/queries";
import { type Reportable, reportable, reportDraftKey } from "@/lib/reports/schema";
import { read } from "@/lib/viewer";

export default page(
  "Tell the moderators",
  async ({ params }: PageProps<"/report/[about]/[circleId]/[thing]">) => {
    const { about: named, circleId, thing } = await params;
    const about = reportable.find((one) => one === named) ?? notFound();
    const key = reportDraftKey(thing);
    const { found, draft, again } = await read(async (viewer) => {
      const found = (await findReportable(viewer, about, circleId, thing)) ?? notFound();
      return {
        found: { alias: found.alias, person: found.person, from: found.from, snapshot: found.snapshot },
        again: await hasReported(viewer, found),
        draft: (await findDraft(viewer, key)) ?? undefined,
      };
    });
    const { alias, person, from, snapshot } = found;
    return (
      <>
        <PageHeader
          title="Tell the moderators"
          sub="They see this, what stands around it and your words. Nobody in the circle learns of it, and neither does whoever it is about."
          back={from ? backFrom(from, circleId) : backOf(about, circleId, thing)}
        />
        <p className="mb-6 max-w-words">
          If somebody needs help this minute, moderators are too slow:{" "}
          <TextLink href="/help-now">Need help now?</TextLink>
        </p>
        {again ? (
          <Notice title="You reported this already" icon="check">
            <p>
              The moderators have it as it stood then. Their answer comes under{" "}
              <TextLink href="/decisions">From the moderators</TextLink>.
            </p>
          </Notice>
        ) : (
          <>
            <blockquote className="mb-8 border-line border-l-2 pl-4">
              <p className="font-semibold">
                <Name>{snapshot.alias}</Name>
              </p>
              {snapshot.body && from !== "left" && (
                <Prose words={wordsToDraw(excerptOf(snapshot.body, 320))} size="reply" />
              )}
            </blockquote>
            <ReportForm
              id={freshId()}
              about={about}
              circleId={circleId}
              thing={thing}
              alias={alias}
              draft={draftOf(key, draft)}
            />
            {person && (
              <p className="mt-8 max-w-words text-muted text-sm">
                If it is more than these words, you can{" "}
                <TextLink href={`/report/person/${circleId}/${person}`}>
                  report <Name>{snapshot.alias}</Name> as a person
                </TextLink>
                , also when they have left.
              </p>
            )}
          </>
        )}
      </>
    );
  },
);

function backFrom(from: "left" | "joined", circleId: string) {
  if (from === "left") return { href: "/circles/left", label: "Circles you left" } as const;
  return { href: `/circles/${circleId}/merge`, label: "Back to what was said" } as const;
}

function backOf(about: Reportable, circleId: string, thing: string) {
  if (about === "blocked") return { href: "/settings/blocked", label: "Whom you blocked" } as const;
  if (about === "post")
    return { href: `/circles/${circleId}/posts/${thing}`, label: "Back to the post" } as const;
  if (about === "note") return { href: "/supporters", label: "Supporters" } as const;
  if (about === "listing") return { href: `/circles/open/${circleId}`, label: "Back" } as const;
  return { href: `/circles/${circleId}`, label: "Back to the circle" } as const;
}
