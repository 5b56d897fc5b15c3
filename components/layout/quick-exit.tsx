"use client";
import { useEffect } from "react";
import { Icon } from "@/components/ui/icon";

const NEUTRAL = "https://www.wikipedia.org/";

/**
 * Away from here, to a page that says nothing about its reader. Without JavaScript it is a link; with it,
 * this page goes blank at once and does not stay in the history.
 */
export function QuickExit({ className = "" }: { className?: string }) {
  return (
    <a
      href={NEUTRAL}
      rel="noreferrer nofollow"
      className={className}
      data-print="no"
      onClick={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <Icon name="door-open" />
      Leave quickly
    </a>
  );
}

/** Escape, three times within a second and a half, does the same from anywhere. */
export function LeaveByEscape() {
  useEffect(() => {
    let presses: number[] = [];
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.repeat) return;
      presses = [...presses.slice(-2), event.timeStamp];
      if (presses.length === 3 && event.timeStamp - (presses[0] ?? 0) < 1500) leave();
    };
    document.addEventListener("keydown", pressed, true);
    return () => document.removeEventListener("keydown", pressed, true);
  }, []);
  return null;
}

function leave() {
  const page = document.documentElement;
  page.hidden = true;
  window.addEventListener("pagehide", () => {
    page.hidden = false;
  });
  window.location.replace(NEUTRAL);
}
