import { ofCircle, type Rows } from "./row";

/* Finding a circle, and a circle that offers seats. */

export const pagesOfFinding: Rows = {
  "(member)/circles/find": [
    ["member", () => "/circles/find", /^Find me a circle$/],
    ["unverified", () => "/circles/find", /^Find me a circle$/],
    ["outsider", () => "/circles/find", /^We are looking$/],
    ["cofacilitator", () => "/circles/find", /^We are looking$/, null, "Are you still looking?"],
    ["former", () => "/circles/find", /^A circle for you$/],
    ["removed", () => "/circles/find", /^You said yes$/],
  ],
  "(member)/circles/find/answers": [["outsider", () => "/circles/find/answers", /^What you look for$/]],
  "(member)/circles/open": [
    ["former", () => "/circles/open", /^Open circles$/, null, "It has not answered yet."],
    ["outsider", () => "/circles/open", /^Open circles$/],
  ],
  "(member)/circles/open/[circleId]": [
    ["outsider", ({ circle }) => `/circles/open/${circle.id}`, /^People between jobs in the north\.$/],
  ],
  "(member)/circles/[circleId]/care/listing": [
    ["facilitator", ofCircle("/care/listing"), /^Free seats$/, null, "I would like some company."],
  ],
};
