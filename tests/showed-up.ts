import type { Day } from "@/lib/dates";
import { readPictures } from "@/lib/numbers/queries";
import { byDay } from "@/lib/numbers/rules";
import { WEEKS } from "@/lib/today/rules";
import type { Viewer } from "@/lib/viewer";

/** On which days of the last twelve weeks the viewer showed up, and how many times, as Today draws it. */
export const countShowedUp = async (viewer: Viewer): Promise<Map<Day, number>> =>
  byDay((await readPictures(viewer, WEEKS, new Set())).counted);
