import { sayWord, type WeekWord } from "@/lib/check-ins/words";
import { type Outcome, outcomeWords } from "@/lib/commitments/outcomes";
import { type Day, dayOf, sayDay } from "@/lib/dates";

/** How many weeks of a circle that joined another one are shown. */
const SHOWN = 4;

type Row = {
  about: string;
  id: string;
  authorId: string;
  alias: string;
  body: string;
  details: string[];
  createdAt: Date;
  week: Date | null;
  outcome: string | null;
};

export type WeekBefore = ReturnType<typeof weeksBefore>[number];

/** What everybody said for the last weeks before their circle joined another one, the newest week first. */
export function weeksBefore(rows: Row[], me: string, today: Day) {
  const said = rows.filter(({ about }) => about === "check-in" || about === "commitment").toReversed();
  const byWeek = Map.groupBy(said, ({ week }) => (week ? dayOf(week) : ""));
  return [...byWeek]
    .sort(([one], [other]) => (one < other ? 1 : -1))
    .slice(0, SHOWN)
    .map(([week, said]) => ({
      week,
      from: sayDay(week, today),
      notes: [...Map.groupBy(said, ({ authorId }) => authorId)].map(([authorId, theirs]) => {
        const checkIn = theirs.find(({ about }) => about === "check-in");
        return {
          alias: theirs[0]?.alias ?? "",
          isMe: authorId === me,
          checkIn: checkIn && {
            thing: checkIn.id,
            word: sayWord[checkIn.details[0] as WeekWord].shown,
            line: checkIn.body,
          },
          commitments: theirs
            .filter(({ about }) => about === "commitment")
            .map(({ id, body, details, outcome }) => ({
              id,
              words: body,
              reason: details[0] ?? null,
              outcome: outcome && outcomeWords[outcome as Outcome],
            })),
        };
      }),
    }));
}
