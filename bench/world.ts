import { connect } from "../scripts/roles.ts";
import { loadTables } from "./bulk-load.ts";
import { tablesOf } from "./history.ts";
import {
  type Circle,
  type Counts,
  DEVOTED,
  type Layout,
  layOut,
  middleOf,
  NEWCOMER,
  ORDINARY_DAYS,
  VETERAN,
} from "./layout.ts";

export type Size = "small" | "large";

const sizes: Record<Size, Counts> = {
  small: { members: 2_000, circles: 300, posts: 40_000, encouragements: 200_000 },
  large: { members: 100_000, circles: 15_000, posts: 2_000_000, encouragements: 10_000_000 },
};

/** Somebody who is signed in, with the circle in which they sit and a goal that goes on. */
export type Person = { id: string; sessionId: string; circleId: string; goalId: string; email: string };

export type World = {
  people: {
    /** Ordinary history, in a circle of ordinary length. */
    median: Person;
    /** As ordinary, in the circle in which most was said: 20 times as much. */
    largest: Person;
    /** Here since yesterday, in the median's circle. */
    newcomer: Person;
    /** Here for three years, and something logged on most days of them, in the median's circle. */
    veteran: Person;
    /** Here for three years, with 10,000 entries, 400 wins and 200 setbacks, in the median's circle. */
    devoted: Person;
    /** 200 ordinary members of ordinary circles, for load. */
    many: Person[];
  };
};

/**
 * Fills an empty database with three years in the life of an installation: the same for the same size and
 * moment, except that Postgres decides where a row lies, and that each member's key is by chance.
 *
 * @param database as its superuser.
 */
export async function loadWorld(
  database: { admin: string },
  size: Size | Counts,
  now = new Date(),
): Promise<World> {
  const layout = layOut(typeof size === "string" ? sizes[size] : size, now.getTime());
  await connect(database.admin, (client) => loadTables(client, tablesOf(layout)));
  return { people: peopleOf(layout) };
}

function peopleOf({ counts, circles }: Layout): World["people"] {
  const personAt = (circle: Circle | undefined, place: number): Person => {
    const member = circle?.seats[place]?.member;
    const goalId = member?.goals[0]?.id;
    if (!circle || !member || !goalId) throw new Error("The world is too small for its people.");
    return { id: member.id, sessionId: member.sessionId, email: member.email, circleId: circle.id, goalId };
  };
  const middle = middleOf(counts);
  const ordinary = circles.slice(Math.floor(middle / 2), middle + Math.floor(middle / 2));
  const many = [3, 4, 5].flatMap((place) =>
    ordinary
      .filter(({ seats }) => seats[place]?.seat === place + 1 && seats[place].member.days === ORDINARY_DAYS)
      .map((circle) => personAt(circle, place)),
  );
  return {
    median: personAt(circles[middle], 3),
    largest: personAt(circles[0], 3),
    newcomer: personAt(circles[middle], NEWCOMER),
    veteran: personAt(circles[middle], VETERAN),
    devoted: personAt(circles[middle], DEVOTED),
    many: many.slice(0, 200),
  };
}
