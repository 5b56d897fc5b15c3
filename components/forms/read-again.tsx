"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** Reads the page that it stands in anew, and says when that is done. */
export function ReadAgain({ done }: { done: () => void }) {
  const router = useRouter();
  const [reading, startReading] = useTransition();
  const began = useRef(false);

  useEffect(() => startReading(() => router.refresh()), [router]);

  useEffect(() => {
    if (reading) began.current = true;
    else if (began.current) done();
  }, [reading, done]);

  return null;
}
