import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { draftOf } from "@/components/posts/draft-of";
import { Said } from "@/components/posts/said";
import { Avatar } from "@/components/ui/avatar";
import { Fold } from "@/components/ui/fold";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import type { Draft } from "@/lib/drafts/queries";
import { lookAtNotes, shareNotes } from "@/lib/meeting-notes/actions";
import { notesDraftKey } from "@/lib/meeting-notes/schema";
import type { CircleThere } from "@/lib/meetings/queries";

type Props = {
  circle: Pick<CircleThere, "id" | "name" | "alias">;
  meeting: { id: string };
  draft: Draft | undefined;
  seen: string | null;
};

/** Notes as the circle will see them, with the button that shares just these; and the form they came from. */
export function NotesPreview({ circle, meeting, draft, seen }: Props) {
  const about = (
    <>
      <HiddenField name="circleId" value={circle.id} />
      <HiddenField name="meetingId" value={meeting.id} />
    </>
  );
  const write = (
    <Form
      action={lookAtNotes}
      label="Notes"
      draft={draftOf(notesDraftKey(meeting.id), draft)}
      className="flex max-w-words flex-col gap-3 [&>button]:self-start"
    >
      {about}
      <TextArea
        name="body"
        label="What is worth keeping"
        hint="Leave out what was told in confidence, and the names of employers."
        defaultValue={seen}
      />
      <SubmitButton variant={seen === null ? "primary" : "quiet"} icon="eye" pendingText="One moment">
        See them as your circle will
      </SubmitButton>
    </Form>
  );
  if (seen === null) return write;
  return (
    <>
      <article
        aria-label={`What ${circle.name} will see`}
        className="mb-5 grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 rounded-2xl border border-line px-5 py-5 sm:px-7 sm:py-6"
      >
        <Avatar alias={circle.alias} />
        <div className="min-w-0">
          <p className="flex min-h-11 items-center">
            <Name className="font-semibold">{circle.alias}</Name>
          </p>
          <Said words={<Prose words={wordsToDraw(seen)} />} details={[]} />
        </div>
      </article>
      <Form action={shareNotes} label="Share the notes">
        {about}
        <HiddenField name="body" value={seen} />
        <SubmitButton icon="users" pendingText="Sharing">
          Share with the circle
        </SubmitButton>
      </Form>
      <div className="mt-6">
        <Fold summary="Change the words" open={draft !== undefined}>
          {write}
        </Fold>
      </div>
    </>
  );
}
