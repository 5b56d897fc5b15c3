"use client";
import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import {
  type FormEvent,
  Fragment,
  type ReactNode,
  type Ref,
  useActionState,
  useEffect,
  useId,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FormAction, type FormState, idle } from "@/lib/form-state";
import { DraftKeeper, type FormDraft } from "./draft-keeper";
import { FormContext, fieldIdOf } from "./form-context";
import { hear } from "./heard";
import { typedInto, useOpenAnew } from "./open-anew";

type Props = {
  action: FormAction;
  children: ReactNode;
  /** What is typed is not lost when the session is over; with JavaScript it saves itself, too. */
  draft?: FormDraft | undefined;
  /** Among the children is a `Saved`, which says so; otherwise it is said at the end. */
  saysSaved?: "at the end" | "among the fields";
  /** What its fields open with, where its own answer changes that: when this changes they open anew. */
  opens?: string;
  /** What the form is for, where no heading says so. */
  label?: string;
  className?: string;
  /** A second press within a second is the same press, even where the page has answered the first. */
  oncePerSecond?: boolean;
};

/** A double press takes no longer than this, in milliseconds; a press that is meant comes later. */
const SAME_PRESS = 1000;

/** What a form said stands until another one on the page, or itself, is sent. */
let fallSilent = () => {};

/** Which form of the page was sent last, and when. */
let newest = { form: "", at: 0 };

/**
 * A form that loses nothing. Without JavaScript it is a plain form, and the server gives every field back
 * with its words. With it, the fields are simply left as they are until the answer is good: not even what
 * is typed while the form is on its way is lost.
 */
export function Form({
  action,
  children,
  draft,
  saysSaved = "at the end",
  opens = "",
  label,
  oncePerSecond = false,
  className = "flex flex-col gap-6 [&>button]:self-start",
}: Props) {
  // The answer to a form that was sent as a plain page, if this page is that answer.
  const [posted, post] = useActionState(action, idle);
  const [answered, setAnswered] = useState<FormState>();
  const [pending, startTransition] = useTransition();
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const underWay = useRef(false);
  const sent = useRef("");
  /** The newest answer, as it came: once it falls silent it is another one, which has nothing to do any more. */
  const told = useRef<FormState>(undefined);
  /** Of an answer that is not drawn yet: its words, and what it brings into view. */
  const unsaid = useRef("");
  const unseen = useRef("");
  /** What it brought into view with itself inside: drawn elsewhere a moment later, it is there that it is looked for. */
  const around = useRef("");
  const isKept = draft?.values !== undefined || draft?.savedAt !== undefined;
  const [opened, reopen] = useOpenAnew(form, sent, { isKept, opens });

  const state = answered ?? posted;
  const bad = state.status === "invalid" || state.status === "refused";

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A second press while the first is on its way is the same press.
    if (underWay.current) return;
    if (oncePerSecond && newest.form === id && Date.now() - newest.at < SAME_PRESS) return;
    underWay.current = true;
    newest = { form: id, at: Date.now() };
    around.current = "";
    fallSilent();
    fallSilent = () => setAnswered((said) => (said?.status === "done" ? { status: "done" } : said));
    hear("");
    sent.current = typedInto(event.currentTarget);
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    startTransition(async () => {
      // A press holds no field that somebody could have typed into.
      const isTyped = sent.current.includes('"');
      const answer = await ask(action, state, data, isTyped).finally(() => {
        underWay.current = false;
      });
      // What did not go through is pressed again in earnest.
      if (answer.status !== "done") newest = { form: "", at: 0 };
      unsaid.current = answer.message ?? "";
      unseen.current = answer.show ?? "";
      told.current = answer;
      startTransition(() => setAnswered(answer));
    });
  }

  useEffect(() => {
    if (state.status === "invalid" || state.status === "refused") summary.current?.focus();
  }, [state]);

  useEffect(() => {
    if (!answered || answered !== told.current) return;
    unsaid.current = "";
    // What was typed after the form was sent stays; otherwise the form is as the page gives it.
    if (answered.status === "done" && form.current && typedInto(form.current) === sent.current) {
      sent.current = "";
      form.current.reset();
      for (const fold of form.current.querySelectorAll("details")) fold.open = false;
    }
    if (answered.status !== "done") sent.current = "";
  }, [answered]);

  // What the form made may be drawn a moment after the answer.
  useEffect(() => {
    const made = bringIntoView(unseen.current);
    if (!made) return;
    unseen.current = "";
    if (made.contains(form.current)) around.current = made.id;
  });

  // Taken off the page together with what it was about, the form is heard all the same, and leads to what it made.
  useEffect(
    () => () => {
      if (unsaid.current) hear(unsaid.current);
      bringIntoView(unseen.current || around.current);
    },
    [],
  );

  const keeper = draft?.action && (
    <DraftKeeper
      form={form}
      draft={{ ...draft, action: draft.action }}
      stopped={pending}
      done={state.status === "done" ? state : undefined}
      refused={bad ? state : undefined}
      reopen={reopen}
      opened={opened}
    />
  );

  return (
    <FormContext
      value={{
        id,
        pending,
        keeper,
        bad,
        errors: bad ? (state.fieldErrors ?? {}) : {},
        // Once this page sends by itself, the fields keep their words on their own.
        values: (answered ? undefined : posted.values) ?? draft?.values,
      }}
    >
      <form ref={form} action={post} onSubmit={send} noValidate aria-label={label} className={className}>
        {draft && <input type="hidden" name="draftKey" value={draft.key} />}
        {bad && <Summary ref={summary} state={state} formId={id} />}
        {/* Fields look at what they open with only once. */}
        <Fragment key={opened}>{children}</Fragment>
        {saysSaved === "at the end" && keeper}
        <p role="status" className="went empty:sr-only">
          {state.status === "done" ? state.message : null}
        </p>
      </form>
    </FormContext>
  );
}

/** @returns what is there, and has focus now. */
function bringIntoView(id: string): HTMLElement | null {
  const made = id ? document.getElementById(id) : null;
  if (!made) return null;
  made.tabIndex = -1;
  made.focus({ preventScroll: true });
  made.scrollIntoView({ block: "nearest" });
  return made;
}

async function ask(
  action: FormAction,
  state: FormState,
  data: FormData,
  isTyped: boolean,
): Promise<FormState> {
  try {
    return await action(state, data);
  } catch (error) {
    // Going to another page comes as an error too.
    unstable_rethrow(error);
    const [why, typed, then] = unstable_isUnrecognizedActionError(error) ? renewed : dropped;
    return { status: "refused", message: isTyped ? `${why} ${typed}` : `${why} ${then}` };
  }
}

/** Why it was not sent; what to do where something was typed, and where it was a press alone. */
const renewed = [
  "Onward was renewed while this page was open, so this was not sent.",
  "Everything you typed is still here: copy it if it is long, then reload the page and send it again.",
  "Please reload the page, then press it again.",
] as const;
const dropped = [
  "This could not be sent: the connection dropped, or Onward is just starting again.",
  "Everything you typed is still here; please try again in a moment.",
  "Please press it again in a moment: it counts once.",
] as const;

// What goes along without being shown has no field to go to.
const hidden = new Set(["form", "id"]);

function Summary({ ref, state, formId }: { ref: Ref<HTMLDivElement>; state: FormState; formId: string }) {
  const errors = Object.entries(state.fieldErrors ?? {});
  const said = errors.length === 1 && errors[0]?.[1] === state.message;
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="rounded-2xl border-2 border-clay px-4.5 py-3.5">
      {state.message && !said && <p className="font-semibold">{state.message}</p>}
      {errors.length > 0 && (
        <ul className={said ? "" : "mt-1"}>
          {errors.map(([name, problem]) => (
            <li key={name}>
              {hidden.has(name) ? (
                problem
              ) : (
                <a href={`#${fieldIdOf(formId, name)}`} className="link inline-block py-0.5 text-clay">
                  {problem}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
