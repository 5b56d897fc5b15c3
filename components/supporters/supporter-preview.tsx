import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { WhatTheySee } from "@/components/supporters/what-they-see";
import { ButtonLink } from "@/components/ui/button";
import { Name } from "@/components/ui/name";
import { makeLink } from "@/lib/supporters/actions";
import type { SupporterPreview as Preview } from "@/lib/supporters/queries";

/** The second step: exactly what they will see, and the button that makes the link. */
export function SupporterPreview({ preview: { id, seen, sees, chosen } }: { preview: Preview }) {
  return (
    <>
      <article
        aria-label="What they will see"
        className="mt-8 rounded-2xl border border-line px-5 pt-5 pb-7 sm:px-7"
      >
        <p className="font-medium font-serif text-2xl">
          What <Name>{sees.called}</Name> shares with you
        </p>
        <p className="text-muted">Until {sees.until}.</p>
        <WhatTheySee sees={sees} />
      </article>
      <p className="mt-3 max-w-words text-muted text-sm">
        {chosen.names === "masked"
          ? "The companies of your setbacks are masked wherever their names were found, unless you chose a name. Short forms and other names are not: look for them here."
          : "Names that you wrote are shown as they are: look for them here."}{" "}
        {chosen.goals !== "none" && "Goals show how far they are on the day. "}
        {chosen.wins && "Wins that you write later show, too; pictures beside them never do. "}
        Setbacks are copies of what stands here.
      </p>
      <Form action={makeLink} label="Make the link" className="mt-7">
        <HiddenField name="id" value={id} />
        <HiddenField name="seen" value={seen} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
          <SubmitButton pendingText="Making it" icon="link">
            Make the link
          </SubmitButton>
          <ButtonLink href="/supporters/new" variant="plain">
            Change what goes
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
