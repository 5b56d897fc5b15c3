import { page } from "@/components/layout/page";
import { PatternsView } from "@/components/patterns/patterns-view";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { findPatterns } from "@/lib/patterns/queries";
import { read } from "@/lib/viewer";

export default page("Patterns", async () => {
  const patterns = await read(findPatterns);
  return (
    <>
      <PageHeader
        title="Patterns"
        sub="Where your setbacks happen, counted from what you wrote down. Only you can see this."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {patterns.setbacks > 0 ? (
        <PatternsView patterns={patterns} />
      ) : (
        <EmptyState
          title="Nothing to draw yet"
          action={<ButtonLink href="/setbacks">Go to your setbacks</ButtonLink>}
        >
          When setbacks are written down, this page shows where they happen: how far things got, when, and
          whose the reasons were. You need not look at it to go on.
        </EmptyState>
      )}
    </>
  );
});
