/* The rows of the matrix about the mails that a member chooses for themselves. */

const members = { "signed out": "sign in", anyoneElse: "done" } as const;

export const rowsOfReminders = {
  "reminders/chooseReminders": {
    row: members,
    fields: () => ({ eveningHour: 19, digestHour: "", followUpHour: 9, quietFrom: 22, quietUntil: 8 }),
  },
  "reminders/tryMailsAgain": { row: members, fields: () => ({}) },
};
