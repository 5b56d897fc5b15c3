"use server";
import { addressForm, noAddressForm } from "@/lib/calendar/schema";
import { secretHashOf } from "@/lib/calendar/secret";
import { formAction, say } from "@/lib/form-action";

/** Makes the address under which a calendar program reads when the viewer meets. Whatever had one before is cut off. */
export const makeAddress = formAction(addressForm, async (viewer, { id: addressId }) => {
  const userId = viewer.id;
  const address = { addressId, secretHash: secretHashOf({ userId, addressId }) };
  const made = await viewer.db.calendarFeed.createMany({
    data: { userId, ...address },
    skipDuplicates: true,
  });
  if (made.count === 0) {
    await viewer.db.calendarFeed.updateMany({
      where: { userId, addressId: { not: addressId } },
      data: { ...address, madeAt: viewer.now },
    });
  }
  return say("Your address is ready. Give it to your calendar program, and to nobody else.");
});

/** From now on nothing is read by any address. */
export const stopAddress = formAction(noAddressForm, async (viewer) => {
  await viewer.db.calendarFeed.deleteMany({ where: { userId: viewer.id } });
  return say("Stopped. The address no longer works.");
});
