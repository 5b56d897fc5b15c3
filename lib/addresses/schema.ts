import { z } from "zod";
import { address, linkToken, proof } from "@/lib/accounts/schema";

export const changeAddressForm = z.object({ email: address, currentPassword: proof });

/** The password is asked for where nobody is signed in to the link's own account. */
export const newAddressForm = z.object({ token: linkToken.catch(""), password: proof });
