"use client";
import { useActionState } from "react";
import { useFormStatus } from "react-dom";
import { HiddenField } from "@/components/forms/hidden-field";
import { Button } from "@/components/ui/button";
import { encourage } from "@/lib/encouragements/actions";
import type { EncouragementKind } from "@/lib/encouragements/schema";
import { idle } from "@/lib/form-state";

export type Signal = { kind: EncouragementKind; words: string; on: boolean };

/**
 * The warm signals under a post. One is felt at once: while the form is on its way, the button shows what was
 * asked for. Without JavaScript it is a plain form.
 */
export function EncourageForm({
  circleId,
  postId,
  signals,
}: {
  circleId: string;
  postId: string;
  signals: Signal[];
}) {
  const [state, send] = useActionState(encourage, idle);
  return (
    <form action={send} className="flex flex-wrap gap-2.5">
      <HiddenField name="circleId" value={circleId} />
      <HiddenField name="postId" value={postId} />
      <Signals signals={signals} />
      {state.status !== "done" && state.message && (
        <p role="alert" className="mt-1 basis-full text-clay text-sm">
          {state.message}
        </p>
      )}
    </form>
  );
}

function Signals({ signals }: { signals: Signal[] }) {
  const { pending, data } = useFormStatus();
  const asked = (kind: EncouragementKind) =>
    (data?.get("give") === kind && "given") || (data?.get("takeBack") === kind && "taken back");
  return signals.map(({ kind, words, on }) => {
    const pressed = pending && asked(kind) ? asked(kind) === "given" : on;
    return (
      <Button
        key={kind}
        type="submit"
        name={pressed ? "takeBack" : "give"}
        value={kind}
        aria-pressed={pressed}
        icon={kind === "with_you" || kind === "glad" ? "heart" : undefined}
      >
        {words}
      </Button>
    );
  });
}
