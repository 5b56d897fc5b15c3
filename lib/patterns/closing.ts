/*
 * The page of patterns ends in one gentle observation at most, and one offer. The first of these that holds is the
 * one: more than half of the setbacks ended at one place; reasons of the member's own come back; most reasons were
 * not theirs. On the day of a setback nothing is observed or offered: that can wait (lib/phases/rules.ts).
 */

import type { Route } from "next";
import { comeBack, intervalOf, type Patterns, type Share } from "@/lib/patterns/rules";
import type { SetbackKind } from "@/lib/setbacks/schema";

/** An observation is about as many as this at least. */
const WORTH_SAYING = 4;

/** The one thing that the page ends in. `about` says which rule it was. */
export type Observation =
  | { about: "kind"; kind: SetbackKind; count: number; cases: number; interval: Share["interval"] }
  | { about: "mine"; count: number }
  | { about: "not mine"; count: number; cases: number; interval: Share["interval"] };

export type Offer = { href: Route; label: string };

const learn: Offer = { href: "/learning/new", label: "Choose one small thing to learn" };
const feedback: Offer = { href: "/goals/new?preset=feedback", label: "Ask a few people for feedback" };
const contact: Offer = { href: "/goals/new?preset=contact", label: "One new contact a week" };
const company: Offer = { href: "/goals/new?preset=company", label: "Time with people you like" };
const rest: Offer = { href: "/goals/new?preset=rest", label: "An evening of real rest" };

const offers: Record<SetbackKind, Offer> = {
  after_applying: feedback,
  after_screening: learn,
  after_interview: learn,
  final_round: feedback,
  silence: contact,
  offer_withdrawn: company,
  laid_off: company,
  passed_over: company,
};

type Seen = Pick<Patterns, "kinds" | "whose" | "ofMine">;

/** The observation and the offer at the end of the page; null where there is nothing to say. */
export function closingOf(patterns: Seen, waits: boolean): { observation: Observation; offer: Offer } | null {
  if (waits) return null;
  const observation = observationOf(patterns);
  if (!observation) return null;
  // What is the member's own can become something, whatever was observed.
  if (comeBack(patterns.ofMine)) return { observation, offer: learn };
  return { observation, offer: observation.about === "kind" ? offers[observation.kind] : rest };
}

function observationOf({ kinds, whose, ofMine }: Seen): Observation | null {
  const most = kinds.rows.find(({ count }) => count > kinds.cases / 2);
  if (most && kinds.cases >= WORTH_SAYING) {
    const { count, interval } = most;
    return { about: "kind", kind: most.key as SetbackKind, count, cases: kinds.cases, interval };
  }
  if (comeBack(ofMine)) return { about: "mine", count: ofMine };
  const notMine = whose.cases - (whose.rows.find(({ key }) => key === "mine")?.count ?? 0);
  if (whose.cases >= WORTH_SAYING && notMine > whose.cases / 2) {
    return {
      about: "not mine",
      count: notMine,
      cases: whose.cases,
      interval: intervalOf(notMine, whose.cases),
    };
  }
  return null;
}
