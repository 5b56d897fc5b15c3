import { z } from "zod";
import { optionalLine, rowId } from "@/lib/form-fields";

export const ALT_LENGTH = 300;

/** What goes with a picture that is sent; the picture itself is looked at by lib/win-pictures/make-anew.ts. */
export const pictureForm = z.object({ winId: rowId, alt: optionalLine(ALT_LENGTH) });

export const altForm = z.object({ winId: rowId, alt: optionalLine(ALT_LENGTH) });

export const onePictureForm = z.object({ winId: rowId });

/** Under which key the words beside a picture wait while it is not kept. */
export const pictureDraftKey = (winId: string) => `picture:${winId}`;
