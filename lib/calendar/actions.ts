"use server";
import { addressForm, noAddressForm } from "@/lib/calendar/schema";
import { secretHashOf } from "@/lib/calendar/secret";
import { formAction, say } from "@/lib/form-action";
import { Refusal } from "@/lib/refusal";

/**
 * Makes the address under which a calendar program reads when the viewer meets. Whatever had one before is cut off, for
 * good: an address follows only one that was minted before it, so an old form that is sent again opens nothing.
 */
export const makeAddress = formAction(addressForm, async (viewer, { id: addressId }) => {
  const userId = viewer.id;
  const address = { addressId, secretHash: secretHashOf({ userId, addressId }) };
  const feeds = viewer.db.calendarFeed;
  const made = await feeds.createMany({ data: { userId, ...address }, skipDuplicates: true });
  if (made.count === 0) {
    const { count } = await feeds.updateMany({
      where: { userId, addressId: { lt: addressId } },
      data: { ...address, madeAt: viewer.now, stoppedAt: null },
    });
    if (count === 0 && !(await feeds.count({ where: { userId, addressId, stoppedAt: null } })))
      throw new Refusal(
        "This page was older than your calendar's address, so nothing was changed: an address that is gone stays gone. Open this page anew, and press there.",
      );
  }
  return say("Your address is ready. Give it to your calendar program, and to nobody else.");
});

/** From now on nothing is read by any address. The row stays, so that this one is never made again. */
export const stopAddress = formAction(noAddressForm, async (viewer) => {
  await viewer.db.calendarFeed.updateMany({
    where: { userId: viewer.id, stoppedAt: null },
    data: { stoppedAt: viewer.now },
  });
  return say("Stopped. The address no longer works.");
});
