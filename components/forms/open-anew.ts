"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";

/**
 * Counts how often the fields of a form opened anew. They look at what they open with only once, so they open again
 * when that is something else: a draft came or went, or what was kept says more. The form itself stays where it is,
 * with what it said, and focus stays on what had it. Words that nobody has sent yet are never given up for it.
 */
export function useOpenAnew(
  form: RefObject<HTMLFormElement | null>,
  /** What was in the form when it was sent, until its answer is drawn. */
  sent: RefObject<string>,
  { isKept, opens }: { isKept: boolean; opens: string },
): [opened: number, reopen: () => void] {
  const [opened, setOpened] = useState(0);
  const last = useRef({ isKept, opens, opened: -1, words: "" });
  const focused = useRef<Element | null>(null);
  const reopen = useCallback(() => {
    const { activeElement } = document;
    focused.current = form.current?.contains(activeElement) ? activeElement : null;
    setOpened((times) => times + 1);
  }, [form]);

  useLayoutEffect(() => {
    const element = form.current;
    if (!element) return;
    const was = last.current;
    if (was.opened !== opened) {
      last.current = { isKept, opens, opened, words: typedInto(element) };
      if (focused.current) focusLike(focused.current, element);
      focused.current = null;
      return;
    }
    if (was.isKept === isKept && was.opens === opens) return;
    const startsAfresh = was.isKept && !isKept;
    const isFree = sent.current
      ? holdsOnly(element, sent.current)
      : startsAfresh || holdsOnly(element, was.words);
    last.current = { ...was, isKept, opens };
    sent.current = "";
    if (isFree) reopen();
  });

  return [opened, reopen];
}

/** Everything a person put into a form, as one text to compare. */
export const typedInto = (form: HTMLFormElement): string =>
  JSON.stringify(
    [...form.elements].map((field) =>
      field instanceof HTMLInputElement && field.type !== "hidden"
        ? [field.name, field.value, field.checked]
        : field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement
          ? [field.name, field.value]
          : [],
    ),
  );

/** Whether the fields that there were say what they said. Some may have gone with the answer, and others come. */
function holdsOnly(form: HTMLFormElement, before: string): boolean {
  const was = (JSON.parse(before) as [name?: string][]).map((field) => [field[0], JSON.stringify(field)]);
  return (JSON.parse(typedInto(form)) as [name?: string][]).every((field) => {
    const alike = was.filter(([name]) => name === field[0]);
    return alike.length === 0 || alike.some(([, said]) => said === JSON.stringify(field));
  });
}

/** Focus goes to what stands where `before` stood; where that lies folded away, to its fold. */
function focusLike(before: Element, form: HTMLFormElement): void {
  const name = before.getAttribute("name") ?? "";
  const isButton = before instanceof HTMLButtonElement;
  const fields = [...form.elements].filter((field) => field instanceof HTMLElement);
  const alike =
    fields.find((field) => before.id !== "" && field.id === before.id) ??
    fields.find(
      (field) =>
        field instanceof HTMLButtonElement === isButton && (field.getAttribute("name") ?? "") === name,
    ) ??
    form.querySelector<HTMLElement>("button[type=submit]");
  const folded = alike?.closest("details:not([open])")?.querySelector("summary");
  (folded ?? alike)?.focus({ preventScroll: true });
}
