"use client";
import { useEffect, useRef } from "react";
import { KeptWords } from "@/components/drafts/kept-words";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import { TextLink } from "@/components/ui/link";
import type { Draft } from "@/lib/drafts/queries";
import { isHandedBack } from "@/lib/drafts/rules";
import { sharePost } from "@/lib/posts/actions";
import { postDraftKey } from "@/lib/posts/draft-keys";
import { needs, needWords } from "@/lib/posts/needs";

/** Says something in a circle. Folded away until somebody wants to, open when words are waiting in it. */
export function PostComposer({
  newPostId,
  circleId,
  draft,
  open = false,
}: {
  newPostId: string;
  circleId: string;
  draft: Draft | undefined;
  open?: boolean;
}) {
  const key = postDraftKey(circleId);
  const takenBack = draft && isHandedBack(draft) ? draft.savedAt.getTime() : null;
  const kept = useRef<HTMLDivElement>(null);
  const shown = useRef(takenBack);

  // Words that come back while the page is open: fields look at what they open with only once.
  useEffect(() => {
    if (takenBack === shown.current) return;
    shown.current = takenBack;
    const note = kept.current;
    const words = note?.parentElement?.querySelector("textarea");
    if (!note || !words || (words.value && words.value !== words.defaultValue)) return;
    words.form?.reset();
    note.focus();
  }, [takenBack]);

  return (
    <div className="grid gap-3">
      {draft && (
        <div ref={kept} tabIndex={-1} className="-mt-6">
          <KeptWords draftKey={key} takenBack={takenBack !== null} />
        </div>
      )}
      <Form
        action={sharePost}
        label="Ask or say something"
        draft={draftOf(key, draft)}
        className="flex flex-col gap-3"
      >
        <HiddenField name="id" value={newPostId} />
        <HiddenField name="circleId" value={circleId} />
        <FormFold summary="Ask or say something" open={open || draft !== undefined}>
          <Fields />
        </FormFold>
      </Form>
    </div>
  );
}

function Fields() {
  return (
    <div className="group/say flex flex-col gap-5">
      <ChoiceField
        name="kind"
        label="What is it?"
        defaultValue="ask"
        choices={[
          { value: "ask", label: "Something I need" },
          { value: "win", label: "A win" },
          { value: "progress", label: "Progress" },
        ]}
      />
      <TextArea
        name="body"
        label="What would you like to say?"
        hint="It is shown as you write it: leave out the names of employers."
        rows={3}
        required
      />
      <div className="group-has-[[value=progress]:checked]/say:hidden group-has-[[value=win]:checked]/say:hidden">
        <ChoiceField
          name="need"
          label="What I need"
          defaultValue="listen"
          choices={needs.map((need) => ({ value: need, label: needWords[need].asked }))}
        />
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <SubmitButton pendingText="Sharing">Share</SubmitButton>
        <p className="min-w-0 flex-1 basis-56 text-muted text-sm">
          A setback is shared from <TextLink href="/setbacks">its own page</TextLink>, where you choose what
          goes and see it first.
        </p>
      </div>
    </div>
  );
}
