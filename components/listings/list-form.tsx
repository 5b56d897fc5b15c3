import { CheckField } from "@/components/forms/check-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { TextLink } from "@/components/ui/link";
import { listCircle } from "@/lib/listings/actions";
import type { findListing } from "@/lib/listings/queries";
import { paceWords } from "@/lib/matching/words";

type Listing = NonNullable<Awaited<ReturnType<typeof findListing>>>;

/** What members outside see of a circle with free seats, and how they come to it. */
export function ListForm({ listing }: { listing: Listing }) {
  return (
    <Form action={listCircle} label="List this circle" className="flex max-w-words flex-col gap-6">
      <HiddenField name="circleId" value={listing.id} />
      <TextField
        name="words"
        label="Who it is for"
        hint="Members outside read this. Please name nobody, and no employer."
        defaultValue={listing.listedWords ?? listing.purpose}
        required
        autoComplete="off"
      />
      <SelectField
        name="takesUpTo"
        label="Take people in until there are"
        hint={`You are ${listing.people} now. Five or six is a good size.`}
        defaultValue={String(listing.takesUpTo ?? 6)}
        choices={[4, 5, 6, 7, 8].map((count) => ({ value: String(count), label: `${count} people` }))}
      />
      <p className="text-muted">
        They read when you meet, too: {paceWords[listing.pace].toLowerCase()}, {listing.weekly} by the
        circle's clock.{" "}
        <TextLink href={`/circles/${listing.id}/care/description`}>Change when you meet</TextLink>
      </p>
      <div className="flex flex-col gap-2">
        <CheckField
          name="isShown"
          label="Show it among the open circles"
          hint="Members ask for a seat with a line, and you answer."
          defaultChecked={listing.isShown}
        />
        <CheckField
          name="isMatched"
          label="Let Onward propose its seats"
          hint="To people who look for a circle and fit. Who says yes is seated at once."
          defaultChecked={listing.isMatched}
        />
      </div>
      <SubmitButton className="md:self-start" pendingText="Keeping it">
        Keep this
      </SubmitButton>
    </Form>
  );
}
