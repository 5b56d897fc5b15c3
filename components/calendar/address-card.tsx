import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SubmitButton } from "@/components/forms/submit-button";
import { CopyButton } from "@/components/ui/copy-button";
import { makeAddress, stopAddress } from "@/lib/calendar/actions";

type Props = {
  /** For the address that comes next. */
  freshId: string;
  address: { link: string; made: string } | null;
};

/** The secret address of a calendar: to make, to copy, to make anew, to stop. */
export function AddressCard({ freshId, address }: Props) {
  if (!address) {
    return (
      <Form action={makeAddress} label="Make an address">
        <HiddenField name="id" value={freshId} />
        <SubmitButton icon="link" pendingText="One moment">
          Make an address
        </SubmitButton>
      </Form>
    );
  }
  return (
    <div className="rounded-2xl border border-line p-5 sm:p-6">
      <label htmlFor="address" className="font-medium">
        The address of your calendar
      </label>
      <div className="mt-2 flex flex-wrap gap-3">
        <input
          id="address"
          readOnly
          value={address.link}
          className="control w-auto! min-w-0 flex-[1_1_16rem]"
          aria-describedby="address-made"
        />
        <CopyButton text={address.link}>Copy the address</CopyButton>
      </div>
      <p id="address-made" className="mt-3 text-muted text-sm">
        Made {address.made}. Whoever knows it can see when you meet and have something planned: keep it like a
        password.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <Press
          action={makeAddress}
          about={{ id: freshId }}
          says="Make a new address"
          label="Make a new address"
          variant="quiet"
          pendingText="One moment"
        />
        <Press
          action={stopAddress}
          about={{}}
          says="Stop it"
          label="Stop the calendar"
          pendingText="Stopping"
        />
      </div>
      <p className="mt-3 max-w-words text-muted text-sm">
        With a new address, the one before stops at once, wherever it is in use.
      </p>
    </div>
  );
}
