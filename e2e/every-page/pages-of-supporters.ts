import type { Rows } from "./row";

/* What a member lets a supporter see, and what somebody outside may read. */

export const pagesOfSupporters: Rows = {
  "(public)/worried": [["nobody", () => "/worried", /^Worried about someone in your circle\?$/]],
  "(public)/s/[code]": [
    ["nobody", ({ supported }) => `/s/${supported.link.code}`, /^What Heron shares with you$/],
    ["author", ({ supported }) => `/s/${supported.link.code}`, /^What Heron shares with you$/],
    ["nobody", ({ supported }) => `/s/${supported.ended.code}`, /^There is nothing behind this link/],
  ],
  "(member)/supporters": [
    ["author", () => "/supporters", /^Supporters$/],
    ["former", () => "/supporters", /^Supporters$/],
  ],
  "(member)/supporters/new": [
    ["author", () => "/supporters/new", /^A link for a supporter$/],
    ["former", () => "/supporters/new?changed=1", /^A link for a supporter$/],
  ],
  "(member)/supporters/[linkId]": [
    ["author", ({ supported }) => `/supporters/${supported.link.id}`, /^Sam from the career centre$/],
    ["author", ({ supported }) => `/supporters/${supported.ended.id}`, /^Sam from the career centre$/],
  ],
};
