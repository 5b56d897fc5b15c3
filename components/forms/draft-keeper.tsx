"use client";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { type FormAction, type FormState, idle } from "@/lib/form-state";
import { ReadAgain } from "./read-again";

export type FormDraft = {
  /** Names the draft; goes with the form as `draftKey`. */
  key: string;
  /** `saveDraft` of lib/drafts. Without it the words are kept only where they are sent and nobody is signed in. */
  action?: FormAction;
  /** The words that were kept: the fields open with them. */
  values?: Record<string, string[]>;
  /** When they were kept, as people say it: "2 h ago". */
  savedAt?: string;
  /** When they were typed, in milliseconds since 1970: what is typed here comes later, whatever the clock says. */
  typedAt?: number;
};

/** How long the keyboard rests before what was typed is saved. */
const REST = 1000;
const LONGEST_PAUSE = 60_000;

/**
 * Forms that were typed into since the browser loaded: going back brings their pages as they were before,
 * from the browser's memory, without the words.
 */
const typedInto = new Set<string>();

/**
 * The newest save of each form, by its draft. Another process may read a page for who comes back before this
 * one has kept their words, so reading waits for it, and no longer than somebody who waits for a page.
 */
const newestSave = new Map<string, Promise<unknown>>();
const LONGEST_WAIT = 3000;

/**
 * Saves what is typed while it is typed, one save at a time, and says so. A save that does not get through
 * is tried again, after longer and longer pauses, for as long as the page is open. A page on which nobody
 * types sends nothing.
 */
export function DraftKeeper({
  form,
  draft: { key, action, savedAt, typedAt = 0 },
  stopped,
  done,
  refused,
  reopen,
  opened,
}: {
  form: RefObject<HTMLFormElement | null>;
  draft: FormDraft & { action: FormAction };
  /** The form itself is on its way, with every word. */
  stopped: boolean;
  /** The answer to a form that was saved for good. */
  done: FormState | undefined;
  /** The answer to a form that was not. */
  refused: FormState | undefined;
  /** Lets the fields open once more, with what the page says now. */
  reopen: () => void;
  /** How often they did. */
  opened: number;
}) {
  const [said, setSaid] = useState(savedAt ? `Saved ${savedAt}` : "");
  const [isOld, setIsOld] = useState(false);
  /** When the words that are not saved yet were typed. */
  const unsaved = useRef(0);
  /** When the words of this form were typed last, here or before. */
  const latest = useRef(typedAt);
  const heard = useRef(refused);
  // Each reading of the page gives them anew. That begins nothing anew: what waits to be saved goes on waiting.
  const given = useRef({ action, typedAt });

  useEffect(() => {
    given.current = { action, typedAt };
  }, [action, typedAt]);

  useEffect(() => {
    if (!typedInto.delete(key)) return;
    const longEnough = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
    void Promise.race([newestSave.get(key), longEnough]).then(() => setIsOld(true));
  }, [key]);

  const openedBefore = useRef(opened);
  useEffect(() => {
    if (openedBefore.current === opened) return;
    openedBefore.current = opened;
    unsaved.current = 0;
    setSaid(savedAt ? `Saved ${savedAt}` : "");
  }, [opened, savedAt]);

  const read = useCallback(() => {
    setIsOld(false);
    if (!unsaved.current) reopen();
  }, [reopen]);

  useEffect(() => {
    const element = form.current;
    if (!element || stopped) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let saving = 0;
    let over = false;
    let misses = 0;

    const later = (pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };

    const send = (fields: FormData): Promise<FormState | undefined> => {
      const answer = given.current.action(idle, fields).catch(() => undefined);
      newestSave.set(key, answer);
      return answer;
    };

    async function save() {
      clearTimeout(timer);
      if (over || saving || !unsaved.current || !element) return;
      const saved = unsaved.current;
      saving = saved;
      const answer = await send(fieldsOf(element, key, saved));
      saving = 0;
      if (over) return;
      if (answer?.status === "done") {
        misses = 0;
        if (unsaved.current === saved) {
          unsaved.current = 0;
          setSaid("Saved as you write");
        } else later(REST);
        return;
      }
      // A refusal stays one until something changes: it is said once, and tried again with the next words.
      if (answer?.message) setSaid(answer.message);
      else {
        setSaid("Not saved yet: we will try again");
        later(Math.min(2000 * 2 ** misses++, LONGEST_PAUSE));
      }
    }

    const typed = () => {
      latest.current = Math.max(Date.now(), latest.current + 1, given.current.typedAt + 1);
      unsaved.current = latest.current;
      typedInto.add(key);
      setSaid((before) => (before.startsWith("Not saved") ? before : "Saving"));
      if (!misses) later(REST);
    };
    const leaving = () => {
      if (document.visibilityState === "hidden") void save();
    };
    const soon = () => void save();
    // Sent for good, it says when its words were typed: where they are kept as a draft after all, they do not
    // replace what was typed later in another tab.
    const sent = ({ formData }: FormDataEvent) => {
      if (latest.current > 0) formData.set("typedAt", String(latest.current));
    };

    // Words that were typed and sent at once were saved by neither when the answer is a no. When they were
    // taken, or the page is about to go elsewhere with them, they are no draft.
    if (refused && refused !== heard.current) soon();
    else unsaved.current = 0;
    heard.current = refused;

    element.addEventListener("input", typed);
    element.addEventListener("focusout", soon);
    element.addEventListener("formdata", sent);
    document.addEventListener("visibilitychange", leaving);
    window.addEventListener("online", soon);
    return () => {
      over = true;
      clearTimeout(timer);
      // The page is left before the keyboard rested.
      if (!element.isConnected && unsaved.current !== saving) {
        void send(fieldsOf(element, key, unsaved.current));
      }
      element.removeEventListener("input", typed);
      element.removeEventListener("focusout", soon);
      element.removeEventListener("formdata", sent);
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("online", soon);
    };
  }, [form, key, stopped, refused]);

  // What was sent for good is no draft any more.
  useEffect(() => {
    if (done) setSaid("");
  }, [done]);

  return (
    <>
      <p role="status" className="text-muted text-sm empty:sr-only" data-print="no">
        {said}
      </p>
      {isOld && <ReadAgain done={read} />}
    </>
  );
}

function fieldsOf(form: HTMLFormElement, key: string, typedAt: number): FormData {
  const data = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith("$ACTION") || /password/i.test(name) || typeof value !== "string") continue;
    data.append(name, value);
  }
  data.set("draftKey", key);
  data.set("typedAt", String(typedAt));
  return data;
}
