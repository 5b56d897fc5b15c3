import { notFound } from "next/navigation";
import { HealthView } from "@/components/circle-health/health-view";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { findHealth } from "@/lib/circle-health/queries";
import { read } from "@/lib/viewer";

export default page(
  "How your circle is doing",
  async ({ params }: PageProps<"/circles/[circleId]/health">) => {
    const { circleId } = await params;
    const health = await read(async (viewer) => (await findHealth(viewer, circleId)) ?? notFound());
    return (
      <>
        <PageHeader
          title="How your circle is doing"
          sub="The last eight weeks, for those who sit here and nobody else. It counts what happened, names nobody, and compares with no other circle."
          back={{ href: `/circles/${circleId}`, label: health.name }}
        />
        <HealthView health={health} />
      </>
    );
  },
);
