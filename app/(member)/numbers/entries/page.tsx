import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { EntryList } from "@/components/numbers/entry-list";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { placeIn } from "@/lib/day-place";
import { entriesAsked, entriesAt, sayEntries } from "@/lib/numbers/entries";
import { findCounted, listEntries } from "@/lib/numbers/list-entries";
import { read } from "@/lib/viewer";

export default page("What it was counted from", async ({ searchParams }: PageProps<"/numbers/entries">) => {
  const asked = await searchParams;
  const { data: of } = entriesAsked.safeParse(asked);
  const { goal, entries, older, today } = await read(async (viewer) => {
    if (!of) notFound();
    const goal = of.goal ? ((await findCounted(viewer, of.goal)) ?? notFound()) : null;
    return { goal, ...(await listEntries(viewer, of, placeIn(asked.before))), today: viewer.today };
  });
  return (
    <>
      <PageHeader
        title="What it was counted from"
        sub={of && sayEntries(of, today, goal?.title)}
        back={{ href: "/numbers", label: "Your numbers" }}
      />
      <EntryList entries={entries} />
      {of && older && (
        <p className="mt-8">
          <TextLink href={entriesAt(of, older)}>Older ones</TextLink>
        </p>
      )}
    </>
  );
});
