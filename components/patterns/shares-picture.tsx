import { ShareBars } from "@/components/charts/share-bars";
import { Section } from "@/components/ui/section";
import { ENOUGH, type Shares } from "@/lib/patterns/rules";
import { sayInterval, sayShare, sayShares } from "@/lib/patterns/sentences";

type Props = {
  title: string;
  shares: Shares;
  /** "setback names a role", "setbacks name a role" */
  about: { one: string; many: string };
  /** Something more to know. */
  also?: string;
};

/** How setbacks or reasons are spread over what they say: in a picture, in a sentence and as a table. */
export function SharesPicture({ title, shares, about, also }: Props) {
  if (shares.cases === 0) return null;
  return (
    <Section title={title}>
      <ShareBars
        title={title}
        says={sayShares(shares, about)}
        also={also}
        rows={shares.rows}
        room={ENOUGH}
        table={{
          columns: [title, "Count", ...(shares.cases < ENOUGH ? [] : ["Share", "Most likely"])],
          rows: shares.rows.map(({ label, count, interval }) => [
            label,
            count,
            ...(interval ? [sayShare(count, shares.cases), sayInterval(interval)] : []),
          ]),
        }}
      />
    </Section>
  );
}
