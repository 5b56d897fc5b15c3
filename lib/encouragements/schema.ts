import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import { rowId } from "@/lib/form-fields";
import type { EncouragementKind as Known } from "@/lib/generated/enums";

export const encouragementKinds = [
  "with_you",
  "been_there",
  "brave",
  "glad",
] as const satisfies readonly Known[];
export type EncouragementKind = EveryOf<typeof encouragementKinds, Known>;

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
