import { TextLink } from "@/components/ui/link";
import { excerptOf } from "@/lib/excerpt";
import type { ReframeLine } from "@/lib/reframes/queries";

const LINE = 140;

/** The thoughts of a setback that were looked at, each by its fairer one where there is one. */
export function ReframeLines({ setbackId, reframes }: { setbackId: string; reframes: ReframeLine[] }) {
  if (reframes.length === 0) return null;
  return (
    <ul className="mt-2 grid gap-1.5">
      {reframes.map(({ id, thought, fairer }) => (
        <li key={id}>
          <TextLink href={`/setbacks/${setbackId}/reframe/${id}`} className="wrap-anywhere inline-block py-1">
            <bdi>{excerptOf(fairer ?? thought, LINE)}</bdi>
          </TextLink>
          {!fairer && <span className="text-muted text-sm"> open</span>}
        </li>
      ))}
    </ul>
  );
}
