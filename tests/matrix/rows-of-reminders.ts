import { everyone } from "./row";

/* The rows of the matrix about the mails that a member chooses for themselves. */

export const rowsOfReminders = {
  "reminders/chooseReminders": {
    row: everyone,
    fields: () => ({ eveningHour: 19, digestHour: "", followUpHour: 9, quietFrom: 22, quietUntil: 8 }),
  },
  "reminders/tryMailsAgain": { row: everyone, fields: () => ({}) },
};
