import { ButtonLink } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { PageHeader } from "@/components/ui/page-header";

/** An invitation opened by somebody who sits in its circle already. */
export function SeatedView({ circleId, alias }: { circleId: string; alias: string }) {
  return (
    <>
      <PageHeader
        title="You are in this circle"
        sub={
          <>
            They know you as <Name>{alias}</Name>.
          </>
        }
      />
      <p className="mt-8">
        <ButtonLink href={`/circles/${circleId}`}>Go to the circle</ButtonLink>
      </p>
    </>
  );
}
