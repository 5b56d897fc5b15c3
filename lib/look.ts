import { z } from "zod";
import type { EveryOf } from "@/lib/every-of";
import type { Font, TextSize, Theme } from "@/lib/generated/enums";

const ask = "Please choose one of these.";

const themes = ["system", "light", "dark"] as const satisfies readonly Theme[];
const textSizes = ["normal", "large", "larger"] as const satisfies readonly TextSize[];
const fonts = ["figtree", "reader"] as const satisfies readonly Font[];

/** How a member likes pages to look. Kept in a cookie too, so that a page knows without asking Postgres. */
export type Look = {
  theme: EveryOf<typeof themes, Theme>;
  textSize: EveryOf<typeof textSizes, TextSize>;
  font: EveryOf<typeof fonts, Font>;
};

/** What a form may say about how a member likes pages to look. */
export const lookFields = {
  theme: z.enum(themes, ask),
  textSize: z.enum(textSizes, ask),
  font: z.enum(fonts, ask),
};

const look = z.object({
  theme: lookFields.theme.catch("system"),
  textSize: lookFields.textSize.catch("normal"),
  font: lookFields.font.catch("figtree"),
});

export const LOOK_COOKIE = "onward.look";

/** "dark.large.reader" */
export const serialiseLook = ({ theme, textSize, font }: Look): string => `${theme}.${textSize}.${font}`;

/** What a cookie says; whatever it does not say, or says wrongly, is as for everybody. Never throws. */
export function parseLook(cookieValue: string | undefined): Look {
  const [theme, textSize, font] = (cookieValue ?? "").split(".");
  return look.parse({ theme, textSize, font });
}
