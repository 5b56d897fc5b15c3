import { z } from "zod";
import { optionalLine, rowId } from "@/lib/form-fields";

export const seatForm = z.object({ circleId: rowId });

/** The line is for the circle; it may be left out. */
export const pauseSeatForm = z.object({ circleId: rowId, line: optionalLine(60) });
