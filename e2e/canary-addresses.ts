import { globSync } from "node:fs";
import { format, startOfISOWeek } from "date-fns";
import { placeOf as placeOfDay } from "@/lib/day-place";
import { placeOf } from "@/lib/posts/place";
import { EVENTS } from "@/lib/security-events/rules";
import type { CanaryWorld, Owner } from "./canary-world";

/* Every address there is, about everybody's rows, with whatever its page may be asked about them. */

const pages = globSync("app/**/page.tsx").map((file) => file.replaceAll("\\", "/"));
const routes = globSync("app/api/**/route.ts").map((file) => file.replaceAll("\\", "/"));

export type Asked = {
  query: Record<string, string>;
  /** Words that stand on the page then, where the rows are the viewer's own, and on nobody else's. */
  opens?: string[];
  /** What its page shows, and not from there on. */
  passes?: string;
};
type Of = (table: string, which?: string) => Record<string, unknown>;

const idOf = (row: Record<string, unknown>) => String(row.id);
const dayPlace = (row: Record<string, unknown>) =>
  placeOfDay({ day: format(row.day as Date, "yyyy-MM-dd"), id: idOf(row) });
const momentPlace = (row: Record<string, unknown>) =>
  placeOf({ createdAt: row.created_at as Date, id: idOf(row) });

/** What each page may be asked in its query, about an owner's rows where it can be about rows. */
export const askable: Record<string, (of: Of) => Asked> = {
  "(public)/goodbye": () => ({ query: { mailed: "1" } }),
  "(public)/help-now": () => ({ query: { country: "DE" } }),
  "(public)/join": (of) => ({ query: { next: `/setbacks/${idOf(of("setbacks"))}` } }),
  "(public)/sign-in": (of) => ({
    query: { next: `/setbacks/${idOf(of("setbacks"))}`, kept: "1", again: "1" },
  }),
  "(public)/sign-in/provider": () => ({ query: { trouble: "denied" } }),
  "(member)/today": () => ({ query: { stays: "1" } }),
  "(member)/settings/sign-in": () => ({ query: { changed: "password" } }),
  "(member)/settings/delete": () => ({ query: { sure: "1" } }),
  "(member)/settings/export": () => ({ query: { later: "1" } }),
  "(member)/settings/history": (of) => ({
    query: { before: idOf(of("security_events", "newer")) },
    passes: EVENTS["recovery code used"],
  }),
  "(member)/decisions": () => ({ query: { reported: "1" } }),
  "(member)/moderation": () => ({ query: { decided: "1" } }),
  "(member)/circles": () => ({ query: { landed: "1" } }),
  "(member)/circles/open": (of) => ({ query: { after: idOf(of("setbacks")) } }),
  "(member)/circles/[circleId]/meeting": () => ({ query: { write: "check_in" } }),
  "(member)/numbers": () => ({ query: { feelings: "1" } }),
  "(member)/numbers/entries": () => ({ query: { what: "shown" } }),
  "(member)/circles/find": () => ({ query: { changed: "1" } }),
  "(member)/circles/[circleId]": (of) => {
    const newer = of("posts", "newer");
    return { query: { before: momentPlace(newer) }, passes: idOf(newer) };
  },
  "(member)/circles/[circleId]/land": () => ({ query: { step: "quietly" } }),
  "(member)/circles/[circleId]/posts/[postId]": (of) => {
    const newer = of("replies", "newer");
    return { query: { before: momentPlace(newer) }, passes: idOf(newer) };
  },
  "(member)/circles/[circleId]/merge": (of) => ({ query: { before: idOf(of("posts", "newer")) } }),
  "(member)/circles/[circleId]/week": () => ({ query: { of: "2026-01-01" } }),
  "(member)/setbacks": (of) => {
    const newer = of("setbacks", "newer");
    return {
      query: { deleted: idOf(of("setbacks", "deleted")), before: dayPlace(newer), q: "canary" },
      opens: ["Undo deleting the setback"],
      passes: idOf(newer),
    };
  },
  "(member)/setbacks/[id]/share": () => ({
    query: { step: "preview", changed: "1" },
    opens: ["Change what goes"],
  }),
  ...Object.fromEntries(
    [
      "experiments/[id]",
      "plans/[id]",
      "learning/[learningPlanId]",
      "feedback/[id]",
      "goals/[goalId]",
      "wins/[winId]",
    ].map((item) => [
      `(member)/${item}/share`,
      () => ({ query: { step: "preview", changed: "1" }, opens: ["Change what goes"] }),
    ]),
  ),
  "(member)/setbacks/[id]/writing": () => ({
    query: { ended: "1", deleted: "1" },
    opens: ["Deleted for good."],
  }),
  "(member)/setbacks/[id]/exercise/[kind]": (of) => ({
    query: { kept: idOf(of("exercises")), deleted: "1" },
    opens: ["Kept. It is below"],
  }),
  "(member)/setbacks/[id]/learn": (of) => ({
    query: { deleted: idOf(of("reasons", "deleted")) },
    opens: ["Undo taking out the reason"],
  }),
  "(member)/practice": (of) => ({
    query: { deleted: idOf(of("practice_questions", "deleted")) },
    opens: ["Undo taking out the question"],
  }),
  "(member)/plans": (of) => ({
    query: { deleted: idOf(of("if_then_plans", "deleted")), kept: idOf(of("if_then_plans")) },
    opens: ["Undo deleting the plan", "Kept for that day"],
  }),
  "(member)/plans/new": () => ({ query: { example: "silence", kind: "silence" } }),
  "(member)/plans/[id]": () => ({ query: { change: "1" } }),
  "(member)/experiments/new": (of) => ({ query: { reason: idOf(of("reasons")) } }),
  "(member)/experiments": (of) => ({
    query: { deleted: idOf(of("experiments", "deleted")) },
    opens: ["Undo deleting the experiment"],
  }),
  "(member)/setbacks/[id]": (of) => ({ query: { reframe: idOf(of("reframes")) } }),
  "(member)/goals": (of) => ({
    query: { deleted: idOf(of("goals", "deleted")), finished: idOf(of("goals", "finished")) },
    opens: ["Deleted: ", "Finished: "],
  }),
  "(member)/goals/[goalId]": (of) => ({
    query: { out: idOf(of("efforts")), day: format(of("efforts").day as Date, "yyyy-MM-dd"), amount: "1" },
  }),
  "(member)/goals/new": (of) => ({ query: { reason: idOf(of("reasons")) } }),
  "(member)/learning": (of) => ({
    query: { deleted: idOf(of("learning_plans", "deleted")) },
    opens: ["Undo deleting what you wanted to learn"],
  }),
  "(member)/learning/new": (of) => ({ query: { reason: idOf(of("reasons")) } }),
  "(member)/week": (of) => ({
    query: {
      of: format(of("planned_steps").day as Date, "yyyy-MM-dd"),
      deleted: idOf(of("planned_steps", "deleted")),
    },
    opens: ["Undo deleting the step"],
  }),
  "(member)/wishes/[wishId]": () => ({ query: { obstacle: "changed" } }),
  "(member)/wishes": (of) => ({
    query: { deleted: idOf(of("wishes", "deleted")) },
    opens: ["Undo deleting what you pictured"],
  }),
  "(member)/wins": (of) => {
    const newer = of("wins", "newer");
    return {
      query: {
        deleted: idOf(of("wins", "deleted")),
        written: idOf(of("wins")),
        before: dayPlace(newer),
      },
      opens: ["Undo deleting the win", "Kept. That was you."],
      passes: idOf(newer),
    };
  },
  "(member)/wins/[winId]": () => ({
    query: { picture: "kept", refused: "none" },
    opens: ["Your picture is kept"],
  }),
  "(member)/wins/week/[monday]": () => ({ query: { chosen: "1", part: "wins" } }),
  "(member)/wins/year/[year]": () => ({ query: { chosen: "1", part: "feelings" } }),
  "(member)/feedback": (of) => ({
    query: { deleted: idOf(of("feedback_requests", "deleted")) },
    opens: ["Undo deleting the letter"],
  }),
  "(member)/feedback/new": (of) => ({
    query: {
      artefact: "resume",
      of: "employer",
      letter: idOf(of("feedback_templates")),
      setback: idOf(of("setbacks")),
      deleted: idOf(of("feedback_templates", "deleted")),
    },
    opens: ["Delete this letter of your own", "Undo deleting your own letter", "Back to the setback"],
  }),
  "(member)/jar": (of) => ({
    query: { deleted: idOf(of("jar_entries", "deleted")) },
    opens: ["Undo deleting this from the jar"],
  }),
  "(member)/supporters/new": () => ({ query: { step: "preview", changed: "1" } }),
};

/** An address, and what must not stand there for anybody but an owner. */
export type Address = { address: string; owner?: Owner; opens: string[] };

/** Every address there is, about everybody's rows, in their own circle and in each of the two. */
export function addresses(world: CanaryWorld): Address[] {
  const found = new Map<string, Address>();
  for (const file of [...pages, ...routes]) {
    for (const owner of world.owners) {
      for (const circle of ["facilitator", "outsider"] as const) {
        const address = addressOf(world, file, owner, circle);
        found.set(address, { address, opens: [] });
        const asked = askedOf(world, file, owner);
        if (!asked) continue;
        const more = `${address}?${new URLSearchParams(asked.query)}`;
        found.set(more, { address: more, owner, opens: asked.opens ?? [] });
      }
    }
  }
  for (const address of ["/nowhere", "/circles/%ff"]) found.set(address, { address, opens: [] });
  return [...found.values()];
}

/** A page's name in the table. */
export const nameOf = (file: string) => file.replaceAll("\\", "/").slice("app/".length, -"/page.tsx".length);

export const askedOf = (world: CanaryWorld, file: string, owner: Owner): Asked | undefined =>
  askable[nameOf(file)]?.((table, which) => world.rowOf(table, owner, which));

/** A page's or route's address about an owner's rows, in somebody's circle. */
export function addressOf(world: CanaryWorld, file: string, owner: Owner, circle: Owner): string {
  const path = file.split("/").slice(1, -1);
  return `/${path.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`.replace(
    /\[(?:\.\.\.)?(\w+)\]/g,
    (_, name: string) => partOf(world, name, name === "circleId" ? circle : owner, file),
  );
}

/** Where a page's rows lie, when it is called otherwise than their table. */
const tableOf: Record<string, string> = { feedback: "feedback_requests", plans: "if_then_plans" };

/** What stands in an address under a name, when it is about this owner's rows. */
function partOf(world: CanaryWorld, name: string, owner: Owner, file: string): string {
  const row = (table: string) => idOf(world.rowOf(table, owner));
  if (name === "circleId") return world.circleOf(owner);
  if (name === "code") return file.includes("/s/") ? world.supporterCode : world.code;
  if (name === "stepId") return row("planned_steps");
  if (name === "wishId") return row("wishes");
  if (name === "screen") return "plan";
  if (name === "linkId") return row("supporter_links");
  if (name === "seat") return String(world.rowOf("memberships", owner).seat ?? 1);
  if (name === "id") return row(tableOf[file.split("/")[2] ?? ""] ?? file.split("/")[2] ?? "");
  if (name === "replyId") return row("replies");
  if (name === "monday") return format(startOfISOWeek(new Date()), "yyyy-MM-dd");
  if (name === "year") return format(new Date(), "yyyy");
  if (name === "letterId") return row("decision_letters");
  if (name === "about") return "post";
  if (name === "thing") return row("posts");
  // Not of signing in, which a session is elsewhere.
  if (name === "sessionId") return row("writing_sessions");
  if (name === "kind") return String(world.rowOf("exercises", owner).kind);
  // goalId is the id of a goal. Of what has no table, such as a link's secret, there is no other's to try.
  if (name.endsWith("Id"))
    return row(`${name.slice(0, -2).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}s`);
  return "a".repeat(22);
}
