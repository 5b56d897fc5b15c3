import { z } from "zod";
import { rowId } from "@/lib/form-fields";

export const encouragementKinds = ["with_you", "been_there", "brave", "glad"] as const;
export type EncouragementKind = (typeof encouragementKinds)[number];

const kind = z.enum(encouragementKinds);

/**
 * One of a post's warm signals. The button that was pressed says what should be, not "the other way round":
 * pressed twenty times, it is still that.
 */
export const encourageForm = z
  .object({ circleId: rowId, postId: rowId, give: kind.optional(), takeBack: kind.optional() })
  .transform(({ give, takeBack, ...post }, context) => {
    const pressed = give ?? takeBack;
    if (pressed && !(give && takeBack)) return { ...post, kind: pressed, isGiven: give !== undefined };
    context.addIssue({ code: "custom", path: ["give"], message: "Please press one of the signals." });
    return z.NEVER;
  });
