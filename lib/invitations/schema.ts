import { z } from "zod";
import { SEATS } from "@/lib/circles/rules";
import { mintedId, rowId } from "@/lib/form-fields";
import { DAYS_UNLESS_TOLD, INVITATION_DAYS } from "@/lib/invitations/rules";

const ask = "Please choose one of these.";

export const inviteForm = z.object({
  id: mintedId,
  circleId: rowId,
  people: z.coerce.number(ask).int(ask).min(1, ask).max(SEATS, ask),
  days: z.coerce
    .number(ask)
    .refine((days) => INVITATION_DAYS.some((choice) => choice === days), ask)
    .default(DAYS_UNLESS_TOLD),
});

export const takeBackForm = z.object({ circleId: rowId, invitationId: rowId });
