"use client";
import { KeptWords } from "@/components/drafts/kept-words";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import type { Draft } from "@/lib/drafts/queries";
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
  return (
    <Fold summary="Ask or say something" open={open || draft !== undefined}>
      {draft && (
        <div className="mb-5">
          <KeptWords draftKey={key} />
        </div>
      )}
      <Form
        action={sharePost}
        label="Ask or say something"
        draft={draftOf(key, draft)}
        className="group/say flex flex-col gap-5"
      >
        <HiddenField name="id" value={newPostId} />
        <HiddenField name="circleId" value={circleId} />
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
      </Form>
    </Fold>
  );
}
