import { Press, type PressWords } from "@/components/forms/press";

type Props = PressWords & {
  requestId: string;
  /** What goes along besides. */
  also?: { name: string; value: string };
};

/** A press that concerns one request and needs nothing else. */
export const RequestButton = ({ requestId, also, ...press }: Props) => (
  <Press variant="quiet" about={{ requestId, ...(also && { [also.name]: also.value }) }} {...press} />
);
