import { z } from "zod";
import { mintedId } from "@/lib/form-fields";

/** Makes an address; the one before, if any, is gone at once. */
export const addressForm = z.object({ id: mintedId });

export const noAddressForm = z.object({});
