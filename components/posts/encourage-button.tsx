"use client";
import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { HiddenField } from "@/components/forms/hidden-field";
import { Button } from "@/components/ui/button";
import { encourage } from "@/lib/encouragements/actions";
import type { EncouragementKind } from "@/lib/encouragements/schema";
import { idle } from "@/lib/form-state";

type Signal = { kind: EncouragementKind; words: string; on: boolean };

/**
 * One warm signal. It is felt at once: while the form is on its way, the button shows what was asked for.
 * Without JavaScript it is a plain form.
 */
export function EncourageButton({
  circleId,
  postId,
  signal,
}: {
  circleId: string;
  postId: string;
  signal: Signal;
}) {
  const [state, send] = useActionState(encourage, idle);
  return (
    <form action={send}>
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="postId" value={postId} />
      <HiddenField name="kind" value={signal.kind} />
      <Press signal={signal} />
      {state.status !== "done" && state.message && (
        <p role="alert" className="mt-1 text-clay text-sm">
          {state.message}
        </p>
      )}
    </form>
  );
}

function Press({ signal }: { signal: Signal }) {
  const { pending, data } = useFormStatus();
  const pressed = pending ? data.get("on") === "yes" : signal.on;
  const hearty = signal.kind === "with_you" || signal.kind === "glad";
  return (
    <Button
      type="submit"
      name="on"
      value={pressed ? "no" : "yes"}
      aria-pressed={pressed}
      icon={hearty ? "heart" : undefined}
    >
      {signal.words}
    </Button>
  );
}
