"use client";
import { useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import { sayClock } from "@/lib/meetings/clock";

/**
 * When this browser saw a page first, by the moment at which it was made. Going back brings a page as it was, from
 * the browser's memory: its clock has gone on since.
 */
const firstSeen = new Map<number, number>();

/**
 * What is left of a step. The server says it, the same for all, and the browser counts from when the page came, since
 * clocks of browsers are often wrong. Nothing happens at zero but a kind word, which is read out too. Without
 * JavaScript it says what was left when the page was loaded.
 */
export function StepClock({ left: leftThen, asOf }: { left: number; asOf: number }) {
  const [ran, setRan] = useState(0);
  const left = leftThen - ran;

  useEffect(() => {
    const from = firstSeen.get(asOf) ?? Date.now();
    firstSeen.set(asOf, from);
    const look = () => setRan(Math.max(0, Math.floor((Date.now() - from) / 1000)));
    look();
    const timer = setInterval(look, 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [asOf]);

  return (
    <div>
      <p className="flex items-center gap-2 tabular-nums" role="timer">
        <Icon name="clock" className="size-4.5! text-muted" />
        {sayClock(left)}
      </p>
      <p role="status" className="sr-only">
        {left <= 0 ? sayClock(0) : ""}
      </p>
    </div>
  );
}
