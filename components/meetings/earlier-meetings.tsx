import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { MeetingPlace } from "@/lib/meetings/queries";

/** The meetings before, newest first. */
export function EarlierMeetings({
  circleId,
  earlier,
}: {
  circleId: string;
  earlier: MeetingPlace["earlier"];
}) {
  if (earlier.length === 0) return null;
  return (
    <Section title="Earlier meetings">
      <ul className="grid gap-1">
        {earlier.map(({ id, kind, agenda, opened }) => (
          <li key={id}>
            <TextLink
              href={`/circles/${circleId}/meetings/${id}`}
              className="inline-flex min-h-11 items-center"
            >
              <time dateTime={opened.iso}>{opened.exact}</time>
            </TextLink>{" "}
            <span className="text-muted text-sm">
              {agenda === "first" ? "the first one" : kind === "writing" ? "in writing" : ""}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
