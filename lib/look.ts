import { z } from "zod";

const ask = "Please choose one of these.";

/** What a form may say about how a member likes pages to look. */
export const lookFields = {
  theme: z.enum(["system", "light", "dark"], ask),
  textSize: z.enum(["normal", "large", "larger"], ask),
  font: z.enum(["figtree", "reader"], ask),
};

/** How a member likes pages to look. Kept in a cookie too, so that a page knows without asking Postgres. */
const look = z.object({
  theme: lookFields.theme.catch("system"),
  textSize: lookFields.textSize.catch("normal"),
  font: lookFields.font.catch("figtree"),
});
export type Look = z.infer<typeof look>;

export const LOOK_COOKIE = "onward.look";

/** "dark.large.reader" */
export const serialiseLook = ({ theme, textSize, font }: Look): string => `${theme}.${textSize}.${font}`;

/** What a cookie says; whatever it does not say, or says wrongly, is as for everybody. Never throws. */
export function parseLook(cookieValue: string | undefined): Look {
  const [theme, textSize, font] = (cookieValue ?? "").split(".");
  return look.parse({ theme, textSize, font });
}
