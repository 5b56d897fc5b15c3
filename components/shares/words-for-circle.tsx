"use client";
import { type InputEvent, useRef } from "react";
import { CheckField } from "@/components/forms/check-field";
import { TextArea } from "@/components/forms/text-area";

/**
 * The words for a circle, and whether they go. Whoever changes them here means them to go, so that is ticked,
 * unless they have said no to it themselves.
 */
export function WordsForCircle({ words, wordsToo }: { words: string; wordsToo: boolean }) {
  const saidNo = useRef(false);
  const typed = ({ target, currentTarget }: InputEvent<HTMLFieldSetElement>) => {
    const tick = currentTarget.querySelector<HTMLInputElement>("[type=checkbox]");
    if (!tick) return;
    if (target === tick) saidNo.current = !tick.checked;
    else if (!saidNo.current) tick.checked = true;
  };
  return (
    <fieldset onInput={typed} className="flex min-w-0 flex-col gap-7">
      <legend className="sr-only">Your words</legend>
      <CheckField
        name="wordsToo"
        label="My words too"
        hint="As they stand below. Without them the circle reads only what is ticked."
        defaultChecked={wordsToo}
      />
      <TextArea
        name="words"
        label="Your words for the circle"
        hint="They begin as you wrote them for yourself. Change them here as you like; your setback stays as it is."
        rows={5}
        defaultValue={words}
      />
    </fieldset>
  );
}
