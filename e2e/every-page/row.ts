import type { Page } from "@playwright/test";
import type { World } from "@/tests/matrix/world";
import type { Seen } from "./seen-world";

type Who =
  | "nobody"
  | "careful"
  | "moderator"
  | "resting"
  | "wren"
  | "tern"
  | "linnet"
  | "robin"
  | Exclude<keyof World, "circle">;

/**
 * Who opens a page, at which address, which words show that it is the page that was meant, and what came before; and
 * words that stand on it in the state that was meant, where its heading does not tell.
 */
type Row = [
  who: Who,
  path: (seen: Seen) => string,
  heading: RegExp,
  before?: ((page: Page, seen: Seen) => Promise<unknown>) | null,
  shows?: string,
];

export const ofCircle =
  (rest = "") =>
  ({ circle }: Seen) =>
    `/circles/${circle.id}${rest}`;

/** Chooses what goes to the circle, as it stands on that page, so that it can be looked at. */
export const choosing = (path: (seen: Seen) => string) => async (page: Page, seen: Seen) => {
  await page.goto(path(seen));
  await page.getByRole("button", { name: "See what they will see" }).click();
  await page.waitForURL(/step=preview/);
};

export const placeOf = (meeting: { circleId: string; id: string }) =>
  `/circles/${meeting.circleId}/meetings/${meeting.id}`;

export type Rows = Record<string, Row[]>;
