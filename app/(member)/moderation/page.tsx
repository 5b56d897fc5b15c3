import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { CaseList } from "@/components/moderation/case-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { isModerator, listAppeals, listCases } from "@/lib/moderation/queries";
import { kindWords } from "@/lib/moderation/rules";
import { aboutWords, reasonWords } from "@/lib/reports/rules";
import { read } from "@/lib/viewer";

export default page("Moderation", async ({ searchParams }: PageProps<"/moderation">) => {
  const { decided } = await searchParams;
  const { cases, more, appeals } = await read(async (viewer) => {
    if (!(await isModerator(viewer))) notFound();
    return { ...(await listCases(viewer)), appeals: await listAppeals(viewer) };
  });
  return (
    <>
      <PageHeader
        title="Moderation"
        sub="Danger first, then what has waited longest. Each look and each decision is noted, for good."
      />
      {decided === "1" && <Notice title="Decided. Whoever it concerns reads why." icon="check" live />}
      <Section title="Reported">
        {cases.length > 0 ? (
          <CaseList
            lines={cases.map(({ id, about, reason, made }) => ({
              reportId: id,
              says: `${reasonWords[reason]}: ${aboutWords[about]}`,
              made,
            }))}
          />
        ) : (
          <EmptyState title="Nothing waits" icon="check">
            What members report comes here.
          </EmptyState>
        )}
        {more > 0 && (
          <p className="mt-4 text-muted text-sm">
            {more} more {more === 1 ? "waits" : "wait"}. They come up as these are decided.
          </p>
        )}
      </Section>
      {appeals.length > 0 && (
        <Section title="To be looked at once more">
          <CaseList
            lines={appeals.map(({ reportId, kind, made }) => ({
              reportId,
              says: `Appeal: ${kindWords[kind].does}`,
              made,
            }))}
          />
        </Section>
      )}
    </>
  );
});
