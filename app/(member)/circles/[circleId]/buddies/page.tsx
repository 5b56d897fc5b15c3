import { notFound } from "next/navigation";
import { BuddiesOfMonth } from "@/components/buddies/buddies-of-month";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findBuddies } from "@/lib/buddies/queries";
import { read } from "@/lib/viewer";

export default page("Your buddy", async ({ params }: PageProps<"/circles/[circleId]/buddies">) => {
  const { circleId } = await params;
  const circle = await read(async (viewer) => (await findBuddies(viewer, circleId)) ?? notFound());
  return (
    <>
      <PageHeader title="Your buddy" back={{ href: `/circles/${circle.id}`, label: circle.name }} />
      <BuddiesOfMonth circle={circle} />
      <Section title="No post stays unanswered">
        <div className="max-w-words space-y-3">
          <p>
            When a post has had no answer for a day, its author's buddy hears of it. Half a day later whoever
            holds the circle does, and after two days everybody. One line is an answer.
          </p>
          <p className="text-muted">{circle.answered}</p>
        </div>
      </Section>
    </>
  );
});
