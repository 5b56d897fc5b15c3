import { useId } from "react";
import { Fold } from "@/components/ui/fold";
import { type Felt, sayDifference } from "@/lib/reframes/rules";

const WIDTH = 160;
const ROW = 34;
const BAR = 9;

/**
 * How strong each feeling was before and after, two bars beside each other on the same scale from 0 to 10. Neither is
 * better: it shows what moved.
 */
export function BeforeAfter({ feelings }: { feelings: (Felt & { after: number })[] }) {
  const id = useId();
  const height = feelings.length * ROW;
  const bar = (strength: number) => Math.max((strength / 10) * WIDTH, 2);
  return (
    <figure className="mt-4">
      <div className="grid grid-cols-[minmax(0,max-content)_10rem] gap-x-4">
        <ul aria-hidden="true" className="text-sm">
          {feelings.map(({ word }) => (
            <li key={word} className="wrap-anywhere flex h-[34px] items-center">
              <bdi>{word}</bdi>
            </li>
          ))}
        </ul>
        <svg
          role="img"
          aria-labelledby={`${id}t`}
          aria-describedby={`${id}d`}
          viewBox={`0 0 ${WIDTH} ${height}`}
          width={WIDTH}
          height={height}
          className="block"
        >
          <title id={`${id}t`}>Feelings before and after</title>
          <desc id={`${id}d`}>{sayDifference(feelings)}.</desc>
          {feelings.map(({ word, before, after }, index) => (
            <g key={word} transform={`translate(0 ${index * ROW + (ROW - 2 * BAR - 3) / 2})`}>
              <rect
                width={bar(before)}
                height={BAR}
                rx="3"
                className="fill-none stroke-control"
                strokeWidth="1.5"
              />
              <rect y={BAR + 3} width={bar(after)} height={BAR} rx="3" className="fill-sage" />
            </g>
          ))}
        </svg>
      </div>
      <figcaption className="mt-2 text-muted text-sm">
        Outlined before, filled after: <bdi>{sayDifference(feelings)}</bdi>.
        <Fold summary="Show as table" look="link">
          <table className="text-sm tabular-nums">
            <caption className="sr-only">Feelings before and after, from 0 to 10</caption>
            <thead>
              <tr>
                {["Feeling", "Before", "After"].map((head) => (
                  <th key={head} scope="col" className="pr-5 text-start font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {feelings.map(({ word, before, after }) => (
                <tr key={word} className="border-line border-t">
                  <th scope="row" className="wrap-anywhere py-1 pr-5 text-start font-normal">
                    <bdi>{word}</bdi>
                  </th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      </figcaption>
    </figure>
  );
}
