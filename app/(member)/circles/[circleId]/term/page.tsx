import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { TermChoices } from "@/components/terms/term-choices";
import { PageHeader } from "@/components/ui/page-header";
import { findTerm } from "@/lib/terms/queries";
import { read } from "@/lib/viewer";

export default page("Your twelve weeks", async ({ params }: PageProps<"/circles/[circleId]/term">) => {
  const { circleId } = await params;
  const term = await read(async (viewer) => (await findTerm(viewer, circleId)) ?? notFound());
  return (
    <>
      <PageHeader
        title="Your twelve weeks"
        sub="A circle is for twelve weeks at a time, so that staying is something you choose."
        back={{ href: `/circles/${term.circle.id}`, label: term.circle.name }}
      />
      <p className="mb-8 max-w-words">
        {term.isOver
          ? `Your twelve weeks ended on ${term.ends}. You are still here and nothing happens by itself: choose when you like.`
          : term.isAsked
            ? `Your twelve weeks end on ${term.ends}. What would be good for you after that?`
            : `Your twelve weeks go on until ${term.ends}. You are asked then what you would like; resting and landing are open to you before.`}
      </p>
      <TermChoices term={term} />
    </>
  );
});
