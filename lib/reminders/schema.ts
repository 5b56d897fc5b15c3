import { z } from "zod";
import { tick } from "@/lib/form-fields";
import { hourOf, isQuiet } from "@/lib/reminders/rules";

const ASK = "Please choose an hour.";

/** An hour on the clock, 0 to 23. */
const hour = z
  .string(ASK)
  .regex(/^(1?\d|2[0-3])$/, ASK)
  .transform(Number);

/** The same, or none. */
const optionalHour = z
  .literal("")
  .transform(() => null)
  .or(hour)
  .default(null);

/** Which mails are wanted and when none may come. */
export const remindersForm = z
  .object({
    eveningHour: optionalHour,
    digestHour: optionalHour,
    followUpHour: optionalHour,
    quietFrom: hour,
    quietUntil: hour,
    paused: tick,
  })
  .superRefine((chosen, { addIssue }) => {
    for (const name of Object.values(hourOf)) {
      const at = chosen[name];
      if (at === null || !isQuiet(at, chosen)) continue;
      const message = "That lies in your quiet hours. Please choose another hour, or change those below.";
      addIssue({ code: "custom", path: [name], message });
    }
  });

/** A press. */
export const tryAgainForm = z.object({});
