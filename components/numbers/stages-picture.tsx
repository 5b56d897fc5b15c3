import { ShareBars } from "@/components/charts/share-bars";
import { TableTwin } from "@/components/charts/table-twin";
import { entriesAt } from "@/lib/numbers/entries";
import type { Drawn } from "@/lib/numbers/queries";
import { funnelOf, sayFunnel, stageWords } from "@/lib/numbers/stages";
import { ENOUGH, intervalOf } from "@/lib/patterns/rules";
import { sayInterval, sayShare } from "@/lib/patterns/sentences";

/** How far applications came that ended: as many as there are, each stage below the one before. */
export function StagesPicture({ title, kinds }: { title: string; kinds: Drawn["stages"] }) {
  const funnel = funnelOf(kinds);
  const { cases, rows } = funnel;
  const says = sayFunnel(funnel, ENOUGH);
  if (cases < ENOUGH) return <p className="max-w-words text-muted">{says}</p>;
  return (
    <figure className="max-w-words break-inside-avoid">
      <ShareBars
        title={title}
        says={says}
        room={ENOUGH}
        whole={cases}
        rows={rows.map(({ stage, count }) => ({
          key: stage,
          label: stageWords[stage],
          count,
          interval: stage === "applied" ? null : intervalOf(count, cases),
        }))}
      />
      <figcaption className="mt-1 text-muted text-sm">
        {says} A thin line under a bar shows where its share most likely lies.
        <TableTwin
          title={title}
          columns={["How far", "Count", "Share", "Most likely"]}
          rows={rows.map(({ stage, count }) => {
            const interval = intervalOf(count, cases);
            return {
              key: stage,
              cells: [
                stageWords[stage],
                { says: String(count), href: entriesAt({ what: "setback", stage }) },
                sayShare(count, cases),
                interval ? sayInterval(interval) : "too few to tell",
              ],
            };
          })}
        />
      </figcaption>
    </figure>
  );
}
