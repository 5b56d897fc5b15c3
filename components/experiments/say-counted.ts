import type { ExperimentCard } from "@/lib/experiments/queries";

/** How far an experiment has come, in one line: "4 of 10 counted, 1 of them better." */
export const sayCounted = ({
  progress,
  counted,
  countedBetter,
}: Pick<ExperimentCard, "progress" | "counted" | "countedBetter">): string =>
  counted === 0 ? `${progress}.` : `${progress}, ${countedBetter} of the ${counted} better.`;
