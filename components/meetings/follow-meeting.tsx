"use client";
import { useRouter } from "next/navigation";
import { startTransition, useEffect, useRef, useState } from "react";

/**
 * How often each screen asks whether the meeting has moved on, in milliseconds, while it is looked at: from one asking
 * to the next, however long the answer takes. Every screen is to follow within two seconds.
 */
const EACH = 800;
/** The same while nobody answers. */
const EACH_LOST = 1500;
const PATIENCE = 5000;

/**
 * Lets this screen follow the meeting of a circle. What it asks for is a few bytes; only when these changed is the page
 * read again. When nobody answers it says so quietly and goes on asking.
 *
 * @param tag what this page shows.
 */
export function FollowMeeting({ circleId, tag }: { circleId: string; tag: string }) {
  const router = useRouter();
  const shown = useRef(tag);
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    shown.current = tag;
  }, [tag]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let asking = false;
    let underWay = { tag: "", since: 0 };

    const look = async () => {
      clearTimeout(timer);
      if (over || asking || document.visibilityState === "hidden") return;
      asking = true;
      const began = performance.now();
      const answer = await fetch(`/api/meetings/${circleId}`, {
        cache: "no-store",
        headers: { "If-None-Match": `"${shown.current}"` },
        signal: AbortSignal.timeout(PATIENCE),
      }).catch(() => undefined);
      asking = false;
      if (over) return;
      // Whoever does not sit here any more is told by the page itself.
      const isAnswer = answer?.status === 200 || answer?.status === 304 || answer?.status === 404;
      setIsLost(!isAnswer);
      if (answer?.status === 404) return startTransition(() => router.refresh());
      if (answer?.status === 200) {
        const tag = answer.headers.get("etag") ?? "";
        // What is on its way already is not asked for again, unless it takes too long.
        if (tag !== underWay.tag || began - underWay.since > PATIENCE) {
          underWay = { tag, since: began };
          startTransition(() => router.refresh());
        }
      }
      timer = setTimeout(look, isAnswer ? Math.max(0, EACH - (performance.now() - began)) : EACH_LOST);
    };
    const soon = () => void look();

    timer = setTimeout(look, EACH);
    document.addEventListener("visibilitychange", soon);
    window.addEventListener("online", soon);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", soon);
      window.removeEventListener("online", soon);
    };
  }, [circleId, router]);

  return (
    <p role="status" className="text-muted text-sm empty:sr-only" data-print="no">
      {isLost ? "Not connected just now. This page goes on by itself." : ""}
    </p>
  );
}
