import { ShareBars } from "@/components/charts/share-bars";
import { TableTwin } from "@/components/charts/table-twin";
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
  const says = sayShares(shares, about);
  return (
    <Section title={title}>
      <figure className="max-w-words break-inside-avoid">
        <ShareBars title={title} says={says} rows={shares.rows} room={ENOUGH} />
        <figcaption className="mt-1 text-muted text-sm">
          {says} {also}
          <TableTwin
            title={title}
            columns={[title, "Count", ...(shares.cases < ENOUGH ? [] : ["Share", "Most likely"])]}
            rows={shares.rows.map(({ key, label, count, interval }) => ({
              key,
              cells: [
                label,
                String(count),
                ...(interval ? [sayShare(count, shares.cases), sayInterval(interval)] : []),
              ],
            }))}
          />
        </figcaption>
      </figure>
    </Section>
  );
}
