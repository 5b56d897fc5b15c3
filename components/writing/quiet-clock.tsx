"use client";
import { type ReactNode, useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { heardOf, sayLeft, secondsUntilNextWords } from "@/lib/writing/rules";

type Props = {
  /** Seconds that were left when the page was made. */
  left: number;
  isRunning: boolean;
  /** When that was, in milliseconds since 1970 by the server's clock. */
  asOf: number;
  /** What there is to press as long as time is left. */
  children: ReactNode;
};

/**
 * When this browser saw a page first, by the moment at which it was made. Going back brings a page as it was,
 * from the browser's memory: its clock has gone on since.
 */
const firstSeen = new Map<number, number>();

/**
 * How long is left, in words: nothing moves, and nothing sounds. Counted from when the page came, since the
 * clocks of browsers are often wrong. Without JavaScript it says what was left when the page was loaded.
 */
export function QuietClock({ left: leftThen, isRunning, asOf, children }: Props) {
  const [ran, setRan] = useState(0);
  const left = Math.max(0, leftThen - ran);

  useEffect(() => {
    const from = firstSeen.get(asOf) ?? Date.now();
    firstSeen.set(asOf, from);
    if (!isRunning) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const passed = Math.max(0, Math.floor((Date.now() - from) / 1000));
      const now = leftThen - passed;
      setRan(passed);
      if (now > 0) timer = setTimeout(look, secondsUntilNextWords(now) * 1000);
    };
    look();
    // A page in the background is looked after seldom, and not at all while its machine sleeps.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [leftThen, isRunning, asOf]);

  return (
    <div className="flex items-center gap-x-3 sm:gap-x-4">
      <p className="flex min-h-11 items-center gap-2 text-muted text-sm">
        <Icon name={isRunning || left === 0 ? "clock" : "pause"} className="size-4.5!" />
        {!isRunning && left > 0 ? `The clock rests. ${sayLeft(left)}` : sayLeft(left)}
      </p>
      {left > 0 && <div className="shrink-0 whitespace-nowrap">{children}</div>}
      <p role="status" className="sr-only">
        {isRunning ? heardOf(left) : ""}
      </p>
    </div>
  );
}
