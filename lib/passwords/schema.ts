import { z } from "zod";
import { newPassword, proof } from "@/lib/accounts/schema";

export const changePasswordForm = z.object({ currentPassword: proof, password: newPassword });
