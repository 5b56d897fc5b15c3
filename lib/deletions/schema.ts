import { z } from "zod";
import { proof } from "@/lib/accounts/schema";

export const deleteAccountForm = z.object({ currentPassword: proof });
