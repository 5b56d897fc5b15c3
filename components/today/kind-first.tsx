import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { SectionHeading } from "@/components/ui/section";

/** On a hard day and on the day after: kindness before anything else. It says nothing of why. */
export function KindFirst() {
  return (
    <Card label="Gently today" tone="line" className="mt-10">
      <SectionHeading>Gently today</SectionHeading>
      <p className="mt-3 font-medium font-serif text-2xl">
        Be as kind to yourself today as you would be to a friend
      </p>
      <p className="mt-1 text-muted">
        Nothing has to be done. If you like, open <TextLink href="/jar">your evidence jar</TextLink>, write to
        somebody who likes you, or go outside for ten minutes. Whatever is below can wait.
      </p>
    </Card>
  );
}
