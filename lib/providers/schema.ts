import { z } from "zod";
import { joinForm, proof } from "@/lib/accounts/schema";

export const joinThroughForm = joinForm.pick({ id: true, name: true, adult: true, timeZone: true });

export const linkForm = z.object({ currentPassword: proof });

export const unlinkForm = z.object({
  provider: z.string().regex(/^[a-z0-9]{1,20}$/),
  currentPassword: proof,
});
