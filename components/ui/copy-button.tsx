"use client";
import { useEffect, useState } from "react";
import { Button } from "./button";

const said: Record<string, string> = {
  copied: "Copied",
  refused: "Your browser did not let us: select it and copy",
};

/** Copies a text that also stands on the page, where it can be selected. Without JavaScript it is not there. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const [state, setState] = useState<"absent" | "ready" | "copied" | "refused">("absent");
  useEffect(() => {
    if (navigator.clipboard) setState("ready");
  }, []);
  if (state === "absent") return null;

  const copy = async () => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setState(copied ? "copied" : "refused");
  };
  return (
    <Button variant="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{said[state] ?? children}</span>
    </Button>
  );
}
