import { notFound } from "next/navigation";
import { page } from "@/components/layout/page";
import { Offered, SmallCircle } from "@/components/merges/offered";
import { SaidBefore } from "@/components/merges/said-before";
import { PageHeader } from "@/components/ui/page-header";
import { findJoinedCircle, findSmallCircle } from "@/lib/merges/queries";
import { read } from "@/lib/viewer";

export default page(
  "Becoming one circle",
  async ({ params, searchParams }: PageProps<"/circles/[circleId]/merge">) => {
    const { circleId } = await params;
    const { before } = await searchParams;
    const { circle, joined } = await read(async (viewer) => {
      const circle = await findSmallCircle(viewer, circleId);
      if (circle) return { circle, joined: null };
      const earlier = typeof before === "string" ? before : undefined;
      return { circle, joined: (await findJoinedCircle(viewer, circleId, earlier)) ?? notFound() };
    });
    if (!circle) {
      return (
        <>
          <PageHeader
            title={`${joined.into.was} is part of ${joined.into.name} now`}
            sub="Two small circles became one, because everybody in both said yes."
            back={{ href: "/circles", label: "Circles" }}
          />
          <SaidBefore joined={joined} />
        </>
      );
    }
    return (
      <>
        <PageHeader
          title={circle.offer ? "Two small circles, or one?" : "When a circle is small"}
          sub={
            circle.offer
              ? "Another circle is small just now, and fits yours. You could be one, if everybody likes."
              : undefined
          }
          back={{ href: `/circles/${circle.id}`, label: circle.name }}
        />
        {circle.offer ? <Offered circle={circle} offer={circle.offer} /> : <SmallCircle circle={circle} />}
      </>
    );
  },
);
