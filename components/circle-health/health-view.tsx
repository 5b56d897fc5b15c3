import { PeopleByWeek } from "@/components/charts/people-by-week";
import { ShareBars } from "@/components/charts/share-bars";
import { Section } from "@/components/ui/section";
import type { Health } from "@/lib/circle-health/queries";

const SHOWED_UP = "Who was heard";
const ANSWERED = "How soon posts were answered";

/** How a circle is doing: three counts, each in a picture and a sentence, and nobody's name. */
export function HealthView({ health }: { health: Health }) {
  const { showedUp, answers, commitments } = health;
  const rows = [
    { key: "in-time", label: "Within a day", count: answers.inTime },
    { key: "later", label: "Later", count: answers.later },
    { key: "not-yet", label: "Not yet", count: answers.notYet },
  ];
  return (
    <>
      <Section title={SHOWED_UP}>
        {showedUp.isEnough ? (
          <PeopleByWeek
            title={SHOWED_UP}
            says={showedUp.says}
            also="A post, a reply, a warm signal or a check-in is being heard; whoever takes a break is not expected."
            weeks={showedUp.weeks.map((week) => ({ ...week, short: shortOf(week.key) }))}
            table={{
              columns: ["Week from", "Heard", "There"],
              rows: showedUp.weeks.map(({ began, heard, there }) => [began, heard, there]),
            }}
          />
        ) : (
          <p className="text-muted">{showedUp.says}</p>
        )}
      </Section>
      <Section title={ANSWERED}>
        {answers.isEnough ? (
          <ShareBars
            title={ANSWERED}
            says={answers.says}
            rows={rows.map((row) => ({ ...row, interval: null }))}
            room={1}
            table={{ columns: ["Answered", "Posts"], rows: rows.map(({ label, count }) => [label, count]) }}
          />
        ) : (
          <p className="text-muted">{answers.says}</p>
        )}
      </Section>
      <Section title="Commitments said">
        <p className="max-w-words">
          {commitments === 0
            ? "Nobody has said one yet. One small thing for the week is enough to begin with."
            : `${commitments} ${commitments === 1 ? "was" : "were"} said to the circle. How each went is its author's own to tell.`}
        </p>
      </Section>
    </>
  );
}

/** "2026-11-26" as "26/11": there is room for no more under eight columns. */
const shortOf = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
