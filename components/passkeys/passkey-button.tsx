"use client";
import { unstable_rethrow } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { type FormAction, type FormState, idle } from "@/lib/form-state";

/**
 * Sends its form with the answer of a passkey: fetches the question, lets the browser ask for face, finger or
 * PIN, and puts what it says into the form. It is there only where the browser knows passkeys. What speaks to
 * them is loaded with the first press.
 */
export function PasskeyButton({
  question,
  of,
  children,
  pendingText,
  variant,
}: {
  question: FormAction;
  /** Whether a passkey is made, or one that is there signs in. */
  of: "new" | "known";
  children: ReactNode;
  pendingText: string;
  variant: ButtonLook["variant"];
}) {
  const [there, setThere] = useState(false);
  const [said, setSaid] = useState("");
  const [asking, startAsking] = useTransition();
  const answer = useRef<HTMLInputElement>(null);

  useEffect(() => setThere("PublicKeyCredential" in window), []);
  if (!there) return null;

  const press = (event: MouseEvent) => {
    event.preventDefault();
    const field = answer.current;
    const form = field?.form;
    if (asking || !form) return;
    setSaid("");
    startAsking(async () => {
      const asked = await fetchQuestion(question, new FormData(form));
      const given = asked.ask && (await askPasskey(of, asked.ask));
      if (given) {
        field.value = given;
        form.requestSubmit();
      } else {
        setSaid(asked.ask ? NOT_GIVEN : (asked.message ?? NOT_SENT));
      }
    });
  };

  return (
    <>
      <input type="hidden" name="answer" ref={answer} />
      {said && (
        <p role="alert" className="max-w-words font-medium text-clay">
          {said}
        </p>
      )}
      <Button type="submit" variant={variant} aria-disabled={asking || undefined} onClick={press}>
        {asking ? pendingText : children}
      </Button>
    </>
  );
}

const NOT_SENT = "This could not be sent: the connection dropped. Please try again in a moment.";
const NOT_GIVEN = "No passkey was used, so nothing has happened. You can try again whenever you like.";

async function fetchQuestion(question: FormAction, data: FormData): Promise<FormState> {
  try {
    return await question(idle, data);
  } catch (error) {
    unstable_rethrow(error);
    return { status: "refused" };
  }
}

/** What the passkey says, as JSON; nothing when its owner would rather not, or there is none. */
async function askPasskey(of: "new" | "known", ask: string): Promise<string | undefined> {
  const { startRegistration, startAuthentication } = await import("@simplewebauthn/browser");
  const optionsJSON = JSON.parse(ask);
  try {
    const given = await (of === "new"
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON }));
    return JSON.stringify(given);
  } catch {
    return undefined;
  }
}
