"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const OFTEN_MS = 2_500;
const SELDOM_MS = 30_000;
/** Whoever waits longer than that has most likely turned to something else. */
const OFTEN_FOR_MS = 120_000;

/**
 * Moves a waiting page on: asks whether there is something new while the page is in view, often at first and seldom
 * after two minutes. Without JavaScript, "Look again" does the same.
 */
export function Watch({ stage }: { stage: string }) {
  const router = useRouter();

  useEffect(() => {
    let waiting: number | undefined;
    let stopped = false;
    const since = Date.now();

    const later = () => {
      if (stopped || document.hidden) return;
      waiting = window.setTimeout(look, Date.now() - since < OFTEN_FOR_MS ? OFTEN_MS : SELDOM_MS);
    };
    const look = async () => {
      const found = await fetch("/api/matching").then(
        (answer) => (answer.ok && !answer.redirected ? answer.json() : null),
        () => null,
      );
      if (stopped) return;
      if (found?.circleId) router.push(`/circles/${found.circleId}`);
      else if (found && found.stage !== stage) router.refresh();
      later();
    };
    const seen = () => {
      window.clearTimeout(waiting);
      if (!document.hidden) void look();
    };

    later();
    document.addEventListener("visibilitychange", seen);
    return () => {
      stopped = true;
      window.clearTimeout(waiting);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [stage, router]);

  return null;
}
