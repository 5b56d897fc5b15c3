import { Notice } from "@/components/ui/notice";

type Props = {
  words: string;
  /** What could become of it. */
  ask: string;
};

/** The reason from which something may come, above the form for it. The form begins with the member's own idea. */
export const YouSaid = ({ words, ask }: Props) => (
  <div className="mt-6">
    <Notice>
      You said:{" "}
      <span dir="auto" className="wrap-anywhere font-serif">
        {words}
      </span>{" "}
      {ask}
    </Notice>
  </div>
);
