import { CommitmentItem } from "@/components/commitments/commitment-item";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Brought as FromThere } from "@/lib/merges/joined";

/** What the reader said they would do in circles that joined this one: theirs to mark, and theirs alone to see. */
export function Brought({ brought }: { brought: FromThere[] }) {
  return brought.map(({ circle, commitments }) => (
    <Section key={circle.id} title={`What you said in ${circle.name}`}>
      <p className="mb-4 max-w-words text-muted">
        You alone see this here. It was said to{" "}
        <TextLink href={`/circles/${circle.id}/merge`}>the circle that you were</TextLink>; what you would
        like this one to know, you say in your check-in.
      </p>
      <BroughtLines circleId={circle.id} commitments={commitments} />
    </Section>
  ));
}

export const BroughtLines = ({
  circleId,
  commitments,
}: {
  circleId: string;
  commitments: FromThere["commitments"];
}) => (
  <ul aria-label="What came along" className="grid gap-4 border-line border-l-2 pl-4.5">
    {commitments.map((commitment) => (
      <CommitmentItem
        key={commitment.id}
        circleId={circleId}
        commitment={commitment}
        isMine
        reportable={false}
      />
    ))}
  </ul>
);
