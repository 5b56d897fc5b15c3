import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { LeftCircle } from "@/lib/reports/where-i-sat";

/** The way to what can still be reported of circles that the reader left. */
export const LeftLine = () => (
  <p className="mt-8 text-muted text-sm">
    Was something wrong in a circle that you left?{" "}
    <TextLink href="/circles/left">You can still tell the moderators</TextLink>.
  </p>
);

/** Who was there, and when each said something: enough to find it again, and no word of it. */
export function LeftCircles({ circles }: { circles: LeftCircle[] }) {
  return circles.map(({ id, name, left, until, people }) => (
    <Section key={id} title={name ?? "A circle that you were asked to leave"}>
      <p className="mb-4 max-w-words text-muted">
        You left <Time moment={left} />. Until {until} you can report what you could read there.
      </p>
      {people.length === 0 && <p>Nobody else was there.</p>}
      <ul className="grid gap-3">
        {people.map(({ alias, thing, said }) => (
          <li key={thing}>
            <Fold summary={<Name>{alias}</Name>}>
              <ul>
                <li>
                  <TextLink
                    href={`/report/person/${id}/${thing}`}
                    className="inline-flex min-h-11 items-center"
                  >
                    Report <Name className="ml-1">{alias}</Name>
                  </TextLink>
                </li>
                {said.map(({ about, thing, what, when }) => (
                  <li key={thing}>
                    <TextLink
                      href={`/report/${about}/${id}/${thing}`}
                      aria-label={`${what}, ${when.said}: report it, said by ${alias}, ${when.exact}`}
                      className="inline-flex min-h-11 items-center text-sm"
                    >
                      {what}, {when.said}
                    </TextLink>
                  </li>
                ))}
              </ul>
            </Fold>
          </li>
        ))}
      </ul>
    </Section>
  ));
}
