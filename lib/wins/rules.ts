/*
 * A win is for a day that has come: today or any day before it. Deleted, it can be brought back for a while
 * (lib/undo.ts).
 */

import type { Day } from "@/lib/dates";

export const hasCome = (day: Day, today: Day): boolean => day <= today;
