import { z } from "zod";
import { pictures } from "@/lib/numbers/pictures";
import { sections } from "@/lib/today/layout";

const section = z.enum(sections, "Please choose one of these.");
const picture = z.enum(pictures, "Please choose one of these.");
const turned = z.enum(["on", "off"]).transform((said) => said === "on");

/** Brings a section to a place, the first being 0. */
export const placeForm = z.object({
  section,
  place: z.coerce
    .number()
    .int()
    .min(0)
    .max(sections.length - 1),
});

export const showForm = z.object({ section, turned });

export const pictureForm = z.object({ picture, turned });

export const asItWasForm = z.object({});
