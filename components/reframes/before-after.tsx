import { Captioned, Sheet, short } from "@/components/charts/drawing";
import { type Felt, sayDifference } from "@/lib/reframes/rules";

const TITLE = "Feelings before and after";
const WIDTH = 160;
const ROW = 34;
const BAR = 9;

/**
 * How strong each feeling was before and after, two bars beside each other on the same scale from 0 to 10. Neither is
 * better: it shows what moved.
 */
export function BeforeAfter({ feelings }: { feelings: (Felt & { after: number })[] }) {
  const bars = (of: (felt: Felt & { after: number }) => number, down: number) =>
    feelings
      .map((felt, at) => {
        const wide = short(1 + (of(felt) / 10) * (WIDTH - 2));
        return `M1 ${at * ROW + down}h${wide}v${BAR - 1}h-${wide}z`;
      })
      .join("");
  return (
    <div className="mt-4">
      <Captioned
        title={TITLE}
        says={`Outlined before, filled after: ${sayDifference(feelings)}.`}
        table={{
          columns: ["Feeling", "Before", "After"],
          rows: feelings.map(({ word, before, after }) => [word, before, after]),
        }}
      >
        <div className="grid grid-cols-[minmax(0,max-content)_10rem] gap-x-4">
          <ul aria-hidden="true" className="text-sm">
            {feelings.map(({ word }) => (
              <li key={word} className="wrap-anywhere flex h-[34px] items-center">
                <bdi>{word}</bdi>
              </li>
            ))}
          </ul>
          <Sheet
            title={TITLE}
            says={`${sayDifference(feelings)}.`}
            width={WIDTH}
            height={ROW * feelings.length}
            strokeWidth="1.5"
            strokeLinejoin="round"
          >
            <path d={bars(({ before }) => before, 7)} className="fill-none stroke-control" />
            <path d={bars(({ after }) => after, 19)} className="fill-sage stroke-sage" />
          </Sheet>
        </div>
      </Captioned>
    </div>
  );
}
