import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section";

/** For somebody who has nothing here yet: three gentle first steps, none of which has to be taken. */
export function FirstSteps() {
  return (
    <Card label="Three gentle first steps" className="mt-10">
      <SectionHeading>Three gentle first steps</SectionHeading>
      <p className="mt-3 font-medium font-serif text-2xl">What would do you good?</p>
      <p className="mt-1 text-muted">Any one of these is enough, on any day, and none of them has to be.</p>
      <ol className="mt-4.5 flex flex-col gap-4.5">
        <li>
          <p className="mb-2">
            Choose one small thing, like a walk outside or one application a day. It waits for you here.
          </p>
          <ButtonLink href="/goals/new" variant="primary" icon="plus">
            Add a goal
          </ButtonLink>
        </li>
        <li>
          Write down <TextLink href="/wins">something that went well</TextLink>, however small.
        </li>
        <li>
          Look for <TextLink href="/circles/find">a few people who get it</TextLink>, or rest. Rest counts
          too.
        </li>
      </ol>
    </Card>
  );
}
