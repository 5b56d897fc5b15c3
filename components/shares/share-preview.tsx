import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { NeedChip, Said } from "@/components/posts/said";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { shareSetback } from "@/lib/shares/actions";
import type { Preview } from "@/lib/shares/queries";

/** The second step: exactly what the circle will see, drawn as it will be drawn there, and the button that shares it. */
export function SharePreview({
  setbackId,
  preview,
  masked,
}: {
  setbackId: string;
  preview: Preview;
  masked: boolean;
}) {
  const { id, seat, shown, seen } = preview;
  return (
    <>
      <article
        aria-label={`What ${seat.name} will see`}
        className="mt-8 grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 rounded-2xl border border-line px-5 py-5 sm:px-7 sm:py-6"
      >
        <Avatar alias={seat.alias} />
        <div className="min-w-0">
          <div className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1">
            <Name className="font-semibold">{seat.alias}</Name>
            <NeedChip need={shown.need} />
          </div>
          <Said words={shown.body && <Prose words={wordsToDraw(shown.body)} />} details={shown.details} />
        </div>
      </article>
      <p className="mt-3 text-muted text-sm">
        {masked
          ? "The employer’s name is masked wherever it was found. Short forms of it and other names are not: look for them here."
          : "Names that you wrote are shown as they are: look for them here."}{" "}
        You can take it back at any time.
      </p>
      <Form action={shareSetback} label="Share" className="mt-7">
        <HiddenField name="id" value={id} />
        <HiddenField name="setbackId" value={setbackId} />
        <HiddenField name="seen" value={seen} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <SubmitButton pendingText="Sharing" icon="users">
            Share
          </SubmitButton>
          <ButtonLink href={`/setbacks/${setbackId}/share`} variant="plain">
            Change what goes
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
