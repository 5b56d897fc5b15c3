import { AddressCard } from "@/components/calendar/address-card";
import { page } from "@/components/layout/page";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findAddress } from "@/lib/calendar/queries";
import { sayMoment } from "@/lib/dates";
import { freshId } from "@/lib/ids";
import { read } from "@/lib/viewer";

export default page("Your calendar", async () => {
  const address = await read(async (viewer) => {
    const found = await findAddress(viewer);
    return found && { link: found.link, made: sayMoment(found.madeAt, viewer.now, viewer.timeZone).said };
  });
  return (
    <>
      <PageHeader
        title="Your calendar"
        sub="Your calendar program can show when your circles meet, when your commitments are for, and when you planned a step in your week."
        back={{ href: "/settings", label: "Settings" }}
      />
      <AddressCard freshId={freshId()} address={address} />
      <Section title="What it shows">
        <ul className="grid max-w-words list-disc gap-2 pl-5">
          <li>The meetings of your circles, twelve weeks ahead, as “Circle meeting”.</li>
          <li>
            Your own commitments that are open, as “A commitment”: on the day that you named, or on the last
            day of their week.
          </li>
          <li>
            The open steps of your weeks, twelve weeks ahead, as “A step of yours”, at their time, or on their
            day.
          </li>
          <li>No names and no words of anybody, so that it may stand in a calendar that others see.</li>
        </ul>
      </Section>
      <Section title="How to add it">
        <p className="max-w-words">
          Copy the address, and look in your calendar program for “Subscribe”, “Add from URL” or “New calendar
          subscription”. It looks for changes by itself, a few times a day.
        </p>
      </Section>
    </>
  );
});
