"use client";
import { createContext, type ReactNode, useContext } from "react";

type FormContext = {
  /** Begins the id of every field of this form, so that two forms on a page do not clash. */
  id: string;
  pending: boolean;
  /** What saves the words and says so, for the form that has a place for it. */
  keeper: ReactNode;
  /** Whether something needs a look before the form can be taken. */
  bad: boolean;
  errors: Record<string, string>;
  /** What fields open with, instead of their defaults: words that came back, or words kept as a draft. */
  values: Record<string, string[]> | undefined;
};

export const FormContext = createContext<FormContext>({
  id: "form",
  pending: false,
  keeper: null,
  bad: false,
  errors: {},
  values: undefined,
});

/**
 * What a field needs to know from its form: its id, what it opens with, and what is wrong with it. A box
 * that was not ticked is not sent at all, so for `ticks` a missing name means none, and no default.
 */
export function useField(name: string, defaults: string[] = [], ticks = false) {
  const { id, errors, values } = useContext(FormContext);
  const fieldId = fieldIdOf(id, name);
  return {
    id: fieldId,
    hintId: `${fieldId}-hint`,
    errorId: `${fieldId}-error`,
    error: errors[name],
    values: values?.[name] ?? (values && ticks ? [] : defaults),
  };
}

export const fieldIdOf = (formId: string, name: string): string => `${formId}-${name}`;
