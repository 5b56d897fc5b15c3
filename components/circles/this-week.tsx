import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { TextLink } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import type { CircleView } from "@/lib/circles/queries";
import type { SaidMeeting } from "@/lib/circles/say-meetings";

/** When the circle meets next, by its own clock and the reader's, and where. */
export function ThisWeek({
  circle,
}: {
  circle: Pick<
    CircleView,
    "id" | "isMeeting" | "inWriting" | "meeting" | "videoLink" | "people" | "checkedIn"
  >;
}) {
  const { meeting, videoLink } = circle;
  const host = circle.people.find((person) => person.role === "facilitator");
  return (
    <Card className="mt-8 grid items-center gap-x-6 gap-y-4 md:grid-cols-[1fr_auto]">
      <div>
        <h2 className="font-medium font-serif text-xl">
          {circle.isMeeting
            ? circle.inWriting
              ? "You are meeting in writing"
              : "You are meeting now"
            : meeting.isToday
              ? "You meet today"
              : "This week"}
        </h2>
        <p className="text-muted text-sm">
          <When meeting={meeting} />
          {meeting.other && (
            <>
              {" Then "}
              <When meeting={meeting.other} />
            </>
          )}
          {host &&
            (host.isMe ? (
              " It is yours to hold."
            ) : (
              <>
                {" "}
                <Name>{host.alias}</Name> holds it.
              </>
            ))}
        </p>
        <TextLink href={`/circles/${circle.id}/week`} className="mt-1 inline-block py-0.5 text-sm">
          {circle.checkedIn}
        </TextLink>
        <TextLink href={`/circles/${circle.id}/meeting`} className="mt-1 ml-4 inline-block text-sm">
          {circle.isMeeting
            ? "Your circle is meeting. Join in"
            : meeting.isToday || meeting.isNow
              ? "Open the meeting"
              : "Meetings"}
        </TextLink>
      </div>
      {videoLink && (
        <a
          href={videoLink}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass({ variant: meeting.isToday ? "primary" : "quiet" })}
        >
          <Icon name="video" />
          Join by video
        </a>
      )}
    </Card>
  );
}

const When = ({ meeting }: { meeting: SaidMeeting }) => (
  <>
    <time dateTime={meeting.iso}>{meeting.next}</time>
    {meeting.forMe ? ` in ${meeting.zone}; for you ${meeting.forMe.briefly}.` : "."}
  </>
);
