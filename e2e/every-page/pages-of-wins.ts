import { weekOf } from "@/lib/dates";
import { choosing, type Rows } from "./row";
import type { Seen } from "./seen-world";

/* Wins, looking back, and the evidence jar. */

const shareWin = ({ win }: Seen) => `/wins/${win.id}/share`;

export const pagesOfWins: Rows = {
  "(member)/wins": [
    ["author", ({ win }) => `/wins?written=${win.id}`, /^Wins$/],
    ["former", () => "/wins", /^Wins$/],
  ],
  "(member)/wins/[winId]": [
    ["author", ({ win }) => `/wins/${win.id}?refused=too-large`, /^A win$/],
    [
      "author",
      ({ pictured }) => `/wins/${pictured.id}?picture=kept`,
      /^A win$/,
      null,
      "Take another picture",
    ],
  ],
  "(member)/wins/week/[monday]": [
    [
      "author",
      () => `/wins/week/${weekOf(new Date().toISOString().slice(0, 10))[0]}`,
      /^A look back on your week$/,
    ],
    ["former", () => "/wins/week/2026-01-05", /^A look back on your week$/],
  ],
  "(member)/wins/year/[year]": [
    [
      "author",
      () => `/wins/year/${new Date().getFullYear()}?chosen=1&part=days&part=wins&part=pictures&part=setbacks`,
      /^Your \d{4}$/,
    ],
  ],
  "(member)/wins/[winId]/share": [
    ["author", shareWin, /^Put a win in a circle$/],
    [
      "author",
      (seen) => `${shareWin(seen)}?step=preview`,
      /^What .+ will see$/,
      choosing(shareWin),
      "Exactly this, and nothing else.",
    ],
  ],
  "(member)/jar": [
    ["author", ({ deletedPraise }) => `/jar?deleted=${deletedPraise.id}`, /^Evidence jar$/],
    ["former", () => "/jar", /^Evidence jar$/],
  ],
};
