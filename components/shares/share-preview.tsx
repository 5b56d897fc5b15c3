import type { Route } from "next";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { postKindWords } from "@/components/posts/kind-words";
import { NeedChip, Said } from "@/components/posts/said";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import type { FormAction } from "@/lib/form-state";
import type { PreviewOf } from "@/lib/shares/preview";

type Props = {
  preview: PreviewOf<unknown>;
  action: FormAction;
  /** What it is made from, as the form says it. */
  from: Record<string, string>;
  /** Where what goes is chosen. */
  page: Route;
  /** Whether names of companies were looked for, to be masked. */
  isMasked: boolean;
};

/** The second step: exactly what the circle will see, drawn as it will be drawn there, and the button that shares it. */
export function SharePreview({ preview, action, from, page, isMasked }: Props) {
  const { id, seat, shown, kind, seen } = preview;
  return (
    <>
      <article
        aria-label={`What ${seat.name} will see`}
        className="mt-8 grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 rounded-2xl border border-line px-5 py-5 sm:px-7 sm:py-6"
      >
        <Avatar alias={seat.alias} />
        <div className="min-w-0">
          <div className="flex min-h-11 flex-wrap items-center gap-x-2.5 gap-y-1">
            <p>
              <Name className="font-semibold">{seat.alias}</Name>
              {postKindWords[kind] && <span className="text-muted text-sm"> {postKindWords[kind]}</span>}
            </p>
            {shown.need && <NeedChip need={shown.need} />}
          </div>
          <Said words={shown.body && <Prose words={wordsToDraw(shown.body)} />} details={shown.details} />
        </div>
      </article>
      <p className="mt-3 text-muted text-sm">
        {isMasked
          ? "The companies of your setbacks are masked wherever their names were found, unless you chose their names. Short forms of them and other names are not: look for them here."
          : "Names that you wrote are shown as they are: look for them here."}{" "}
        You can take it back at any time.
      </p>
      <Form action={action} label="Share" className="mt-7">
        <HiddenField name="id" value={id} />
        {Object.entries(from).map(([name, value]) => (
          <HiddenField key={name} name={name} value={value} />
        ))}
        <HiddenField name="seen" value={seen} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <SubmitButton pendingText="Sharing" icon="users">
            Share
          </SubmitButton>
          <ButtonLink href={page} variant="plain">
            Change what goes
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
