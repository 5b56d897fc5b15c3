import { page } from "@/components/layout/page";
import { ArrangeToday } from "@/components/today/arrange-today";
import { PageHeader } from "@/components/ui/page-header";
import { wholeLayout } from "@/lib/today/layout";
import { findLayout } from "@/lib/today/queries";
import { read } from "@/lib/viewer";

export default page("Arrange Today", async () => {
  const kept = await read(findLayout);
  return (
    <>
      <PageHeader
        title="Arrange Today"
        sub="What stands there, and in which order. Nothing is lost by putting it away."
        back={{ href: "/today", label: "Today" }}
      />
      <ArrangeToday layout={wholeLayout(kept)} isArranged={kept !== null} />
    </>
  );
});
