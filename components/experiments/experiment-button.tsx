import { Press, type PressWords } from "@/components/forms/press";

type Props = PressWords & {
  experimentId: string;
  /** What goes along besides: a decision, a minted id. */
  also?: Record<string, string>;
};

/** A press that concerns one experiment and needs nothing else. */
export const ExperimentButton = ({ experimentId, also = {}, ...press }: Props) => (
  <Press variant="quiet" about={{ experimentId, ...also }} {...press} />
);
