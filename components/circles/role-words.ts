import type { MembershipRole } from "@/lib/generated/enums";

/** What people with a role are called beside their alias. */
export const roleWords: Record<Exclude<MembershipRole, "member">, string> = {
  facilitator: "facilitator",
  cofacilitator: "co-facilitator",
};
