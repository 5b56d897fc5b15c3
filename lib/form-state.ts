/**
 * What a form knows after it was sent. It is tiny on purpose: data for the page comes from the
 * page's own read, which runs again after each write.
 */
export type FormState = {
  status: "idle" | "done" | "invalid" | "refused";
  /** One kind sentence for the member: what happened, that nothing is lost, what to do. */
  message?: string;
  /** The first problem of each field, by the field's name. */
  fieldErrors?: Record<string, string>;
  /** Everything that was typed, by the field's name. Never holds a password. */
  values?: Record<string, string[]>;
  /** What the page brings into view: the id of what was made. */
  show?: string;
  /** What the browser itself has to answer, as JSON: the challenge of a passkey. */
  ask?: string;
};

/** An action as a form calls it: with or without JavaScript, the answer is the next state. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>;

export const idle: FormState = { status: "idle" };
