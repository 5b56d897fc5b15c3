"use client";
import { useId } from "react";

export type Dot = {
  /** "Monday" */
  name: string;
  /** `partly`: some of what the day was meant for. `resting`: the goal was paused, and the day asks for nothing. */
  state: "filled" | "empty" | "resting" | "partly";
  today?: boolean;
};

const CELL = 24;
const RADIUS = 8;

/**
 * A week as dots to fill. It has no bar that could fall; its words say the same day by day. The browser draws it:
 * seven states are lighter to send than seven dots, and a page has a week for each goal.
 */
export function WeekDots({ label, days }: { label: string; days: Dot[] }) {
  const id = useId();
  const at = (state: Dot["state"]) =>
    days.flatMap((day, index) => (day.state === state ? [index * CELL + CELL / 2] : []));
  const discs = (centres: number[]) => centres.map((x) => disc(x, RADIUS)).join("");
  const today = days.findIndex((day) => day.today);
  return (
    <svg
      role="img"
      aria-labelledby={`${id}t`}
      aria-describedby={`${id}d`}
      viewBox={`0 0 ${days.length * CELL} ${CELL}`}
      className="block h-6 w-auto max-md:h-8"
    >
      <title id={`${id}t`}>{label}</title>
      <desc id={`${id}d`}>{sayWeek(days)}</desc>
      <path d={discs([...at("empty"), ...at("partly")])} className="fill-empty" />
      <path
        d={
          discs(at("filled")) +
          at("partly")
            .map((x) => lowerHalf(x, RADIUS))
            .join("")
        }
        className="fill-sage"
      />
      {at("resting").length > 0 && (
        <path
          d={at("resting")
            .map((x) => disc(x, RADIUS - 1))
            .join("")}
          className="fill-none stroke-control"
          strokeWidth="2"
          strokeLinecap="round"
          strokeDasharray="0.1 3.9"
        />
      )}
      {today >= 0 && (
        <path
          d={disc(today * CELL + CELL / 2, RADIUS + 2.75)}
          className="fill-none stroke-sage"
          strokeWidth="1.75"
        />
      )}
    </svg>
  );
}

/** "Monday: done. Tuesday: resting. Wednesday, today: partly. Thursday: still to come." */
export function sayWeek(days: Dot[]): string {
  const today = days.findIndex((day) => day.today);
  return days
    .map(({ name, state }, index) => {
      const open = today >= 0 && index >= today ? (index === today ? "still open" : "to come") : "not logged";
      const said = { filled: "done", partly: "partly done", resting: "resting", empty: open }[state];
      return `${name}${index === today ? ", today" : ""}: ${said}.`;
    })
    .join(" ");
}

const middle = CELL / 2;
const disc = (x: number, r: number) =>
  `M${x - r} ${middle}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const lowerHalf = (x: number, r: number) => `M${x - r} ${middle}a${r} ${r} 0 0 0 ${2 * r} 0z`;
