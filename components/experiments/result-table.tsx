import type { ExperimentCard } from "@/lib/experiments/queries";
import { ENOUGH_TO_TELL } from "@/lib/experiments/rules";
import { betterWords } from "@/lib/experiments/schema";

/** What came of an experiment, in numbers that claim no more than they can. */
export function ResultTable({ experiment }: { experiment: Pick<ExperimentCard, "result" | "better"> }) {
  const { cases, better, share } = experiment.result;
  const rows: [string, string][] = [
    ["Applications counted", String(cases)],
    [`Better: ${betterWords[experiment.better].happens}`, String(better)],
    ["Share that was better", share ? `${share.seen}%` : "Too few to tell"],
  ];
  if (share) rows.push(["The true share may be", `${share.low}% to ${share.high}%`]);
  return (
    <>
      <table className="w-full max-w-words tabular-nums">
        <caption className="sr-only">What came of it</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name} className="border-line border-t first:border-t-0">
              <th scope="row" className="py-2.5 pr-4 text-start font-normal">
                {name}
              </th>
              <td className="whitespace-nowrap py-2.5 text-end font-medium">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-words text-muted text-sm">
        {share
          ? "The last line is a 95% interval (Wilson): chance alone moves a share that far. What would have happened without the change, no number here can say."
          : `With fewer than ${ENOUGH_TO_TELL} applications, one answer more or less changes everything. What you noticed along the way may tell you more.`}
      </p>
    </>
  );
}
