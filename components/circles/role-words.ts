import type { CircleView } from "@/lib/circles/queries";
import type { MembershipRole } from "@/lib/generated/enums";

/** What people with a role are called beside their alias. */
export const roleWords: Record<Exclude<MembershipRole, "member">, string> = {
  facilitator: "facilitator",
  cofacilitator: "co-facilitator",
};

/** What is said beside somebody's alias: "you, facilitator", "timekeeper", "taking a break". Whoever is looking is not told. */
export function sayBeside({
  isMe,
  role,
  keepsTime,
  isResting,
}: Pick<CircleView["people"][number], "isMe" | "role" | "keepsTime" | "isResting">): string {
  const words = [
    isMe && "you",
    role !== "member" && roleWords[role],
    keepsTime && "timekeeper",
    isResting && !isMe && "taking a break",
  ];
  return words.filter(Boolean).join(", ");
}
