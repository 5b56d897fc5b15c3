import "server-only";
import { dayOf } from "@/lib/dates";
import { listGoals } from "@/lib/goals/queries";
import { UNREADABLE } from "@/lib/private-words";
import { listCompanies } from "@/lib/setbacks/queries";
import { isWhole, openFeelings, openSetback, told } from "@/lib/setbacks/sealed";
import { whatTheCircleSees } from "@/lib/shares/rules";
import { facts } from "@/lib/shares/schema";
import { endOf } from "@/lib/supporters/rules";
import type { Chosen, SetbackPart } from "@/lib/supporters/schema";
import { type ShownSetback, whatTheySee } from "@/lib/supporters/what-they-see";
import { hashOf } from "@/lib/vault";
import type { Viewer } from "@/lib/viewer";
import { listWins } from "@/lib/wins/queries";

/** So many setbacks can be chosen from, the newest first. */
const TO_CHOOSE_FROM = 50;
const WINS_SHOWN = 20;

/** Setbacks as they can be chosen for a supporter. */
export async function listChoosable(viewer: Viewer, ids?: string[]) {
  const rows = await viewer.db.setback.findMany({
    where: { userId: viewer.id, deletedAt: null, ...(ids && { id: { in: ids } }) },
    select: { id: true, ...told },
    orderBy: [{ day: "desc" }, { id: "desc" }],
    take: TO_CHOOSE_FROM,
    relationLoadStrategy: "join",
  });
  return rows.map((row) => ({
    ...openSetback(viewer.words, row),
    day: dayOf(row.day),
    feelings: openFeelings(viewer.words, row.id, row.feelings),
  }));
}

type Choosable = Awaited<ReturnType<typeof listChoosable>>[number];

/** What goes of a setback, masked as it is for a circle. */
function shownOf(
  viewer: Viewer,
  setback: Choosable,
  parts: SetbackPart[],
  companies: string[],
  names: Chosen["names"],
) {
  const goes = (part: SetbackPart) => parts.includes(part);
  const { body, details } = whatTheCircleSees(
    setback,
    {
      circleId: "",
      fact: facts.filter((fact) => (parts as string[]).includes(fact)),
      piece: [],
      employer: goes("named") ? "named" : goes("company") ? "masked" : "no",
      names,
      wordsToo: goes("happened"),
      words: setback.happened,
      need: "listen",
    },
    viewer.today,
    [],
    companies,
  );
  return { body, details } satisfies ShownSetback;
}

/** Null where something that was chosen is not there any more, or does not open. */
export async function previewOf(viewer: Viewer, id: string, chosen: Chosen) {
  const wanted = Object.keys(chosen.setbacks);
  const setbacks = wanted.length > 0 ? await listChoosable(viewer, wanted) : [];
  if (setbacks.length < wanted.length || !setbacks.every(isWhole)) return null;
  const companies = await listCompanies(viewer);
  if (chosen.names === "masked" && companies.includes(UNREADABLE)) return null;
  const copies = setbacks.map((setback) => ({
    id: setback.id,
    ...shownOf(viewer, setback, chosen.setbacks[setback.id] ?? [], companies, chosen.names),
  }));
  const going = await listGoals(viewer);
  const goals =
    chosen.goals === "none"
      ? []
      : going.filter((goal) => chosen.goals === "all" || chosen.goal.includes(goal.id));
  if (chosen.goals === "chosen" && goals.length < new Set(chosen.goal).size) return null;
  const wins = chosen.wins ? (await listWins(viewer)).wins.slice(0, WINS_SHOWN) : null;
  const sees = whatTheySee(
    {
      goals: goals.map(({ efforts, ...goal }) => ({
        ...goal,
        done: Object.entries(efforts).map(([day, amount]) => ({ day, amount })),
      })),
      wins,
      setbacks: copies,
    },
    {
      called: chosen.called,
      expiresAt: endOf(chosen.days, viewer.now),
      timeZone: viewer.timeZone,
      now: viewer.now,
      companies: chosen.names === "named" ? null : companies,
    },
  );
  // What it is made of, and not how far goals have come meanwhile.
  const { name, called, days, names } = chosen;
  const made = [
    id,
    name,
    called,
    days,
    names,
    chosen.goals,
    goals.map((goal) => goal.id),
    chosen.wins,
    copies,
  ];
  const seen = Buffer.from(hashOf(JSON.stringify(made))).toString("base64url");
  return { id, chosen, copies, goalIds: goals.map((goal) => goal.id), sees, seen };
}
