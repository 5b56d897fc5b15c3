import { z } from "zod";
import { lengthOfPassword, pathHere } from "@/lib/accounts/rules";
import { isTimeZone } from "@/lib/dates";
import { line, mintedId } from "@/lib/form-fields";
import { lookFields } from "@/lib/look";

/** The address as it is compared: without spaces around it, in lower case. */
export const address = z
  .string("Please enter your e-mail address.")
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .email("Please enter an e-mail address, like name@example.org.")
      .max(254, "No e-mail address is that long. Please look at it once more."),
  );

export const newPassword = z
  .string("Please choose a password.")
  .refine((text) => lengthOfPassword(text) >= 8, "Please choose a password of at least 8 characters.")
  .refine(
    (text) => lengthOfPassword(text) <= 256,
    "A password can have up to 256 characters. Please shorten it.",
  );

/** The password, asked for once more. Left empty by those who have none (lib/accounts/prove.ts). */
export const proof = z.string().max(2000).catch("").default("");

const name = line("Please choose a name. It does not have to be your own.", 60);

const next = z.string().optional().catch(undefined).transform(pathHere);

export const joinForm = z.object({
  id: mintedId,
  email: address,
  password: newPassword,
  name,
  adult: z.literal("on", "Onward is for people who are 18 or older. Please tick this if you are."),
  /** The browser fills it in; without JavaScript, or with nonsense, Settings changes it later. */
  timeZone: z.string().refine(isTimeZone).catch("UTC"),
  next,
});

export const signInForm = z.object({
  email: z.string().trim().toLowerCase().min(1, "Please enter your e-mail address."),
  password: z.string().min(1, "Please enter your password."),
  next,
});

export const forgotForm = z.object({ email: address });

/** 128 random bits in base64url. Anything else is a link that was never sent. */
export const linkToken = z.string().regex(/^[\w-]{22}$/);

export const resetForm = z.object({ token: linkToken.catch(""), password: newPassword });

/** The password is asked for where nobody is signed in to the link's own account. */
export const verifyForm = z.object({ token: linkToken.catch(""), password: proof });

/** Under which key settings wait that were sent when the session was over. */
export const SETTINGS_DRAFT = "settings";

export const settingsForm = z.object({
  name,
  timeZone: z
    .string("Please choose a time zone.")
    .refine(isTimeZone, "Please choose one of these time zones."),
  ...lookFields,
});
