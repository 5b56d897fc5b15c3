import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { ExperimentCard } from "@/lib/experiments/queries";

/** What is over, the newest first. */
export function EndedList({ experiments }: { experiments: ExperimentCard[] }) {
  if (experiments.length === 0) return null;
  return (
    <Section title="Over">
      <ul>
        {experiments.map((experiment) => (
          <li key={experiment.id} className="border-line border-t py-3 first:border-t-0">
            <TextLink href={`/experiments/${experiment.id}`} dir="auto" className="wrap-anywhere">
              {experiment.change}
            </TextLink>{" "}
            <span className="text-muted">{becameOf(experiment)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const verdicts = { keep: "kept", drop: "let go", again: "tried again" };

function becameOf({ verdict, counted }: ExperimentCard): string {
  const cases = counted === 1 ? "1 application" : `${counted} applications`;
  return verdict ? `${cases}, ${verdicts[verdict]}` : cases;
}
