import { ShareBars } from "@/components/charts/share-bars";
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
    <ShareBars
      title={title}
      says={says}
      also="A thin line under a bar shows where its share most likely lies."
      room={ENOUGH}
      whole={cases}
      rows={rows.map(({ stage, count }) => ({
        key: stage,
        label: stageWords[stage],
        count,
        interval: stage === "applied" ? null : intervalOf(count, cases),
      }))}
      table={{
        columns: ["How far", "Count", "Share", "Most likely"],
        rows: rows.map(({ stage, count }) => {
          const interval = intervalOf(count, cases);
          return [
            stageWords[stage],
            { says: count, href: entriesAt({ what: "setback", stage }) },
            sayShare(count, cases),
            interval ? sayInterval(interval) : "too few to tell",
          ];
        }),
      }}
    />
  );
}
