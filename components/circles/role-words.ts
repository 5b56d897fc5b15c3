/** What people with a role are called beside their alias. */
export const roleWords = { facilitator: "facilitator", cofacilitator: "co-facilitator" } as const;
