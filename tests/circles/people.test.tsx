import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PeopleList } from "@/components/circles/people-list";
import { PeopleRow } from "@/components/circles/people-row";
import type { CircleView } from "@/lib/circles/queries";

type Person = CircleView["people"][number];

const sorrel: Person = {
  alias: "Sorrel",
  role: "member",
  seat: 2,
  isMe: false,
  isResting: false,
  hasChoices: false,
};

const beside = (people: ReactElement) =>
  /<\/bdi>(?:<\/a>)?(?:<\/span>)?\s*<span[^>]*>([^<]*)</.exec(renderToStaticMarkup(people))?.[1];

test.each([
  [{}, ""],
  [{ role: "facilitator" }, "facilitator"],
  [{ role: "cofacilitator", isResting: true }, "co-facilitator, taking a break"],
  [{ isMe: true, role: "cofacilitator" }, "you, co-facilitator"],
  [{ isMe: true, isResting: true }, "you"],
] satisfies [Partial<Person>, string][])(
  "the circle and whoever looks after it read the same of somebody: %o is %j",
  (person, said) => {
    const people = [{ ...sorrel, ...person }];
    expect(beside(<PeopleRow circleId="circle" people={people} />)).toBe(said);
    expect(beside(<PeopleList circle={{ id: "circle", people }} />)).toBe(said);
  },
);
