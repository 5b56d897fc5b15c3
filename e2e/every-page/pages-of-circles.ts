import { ofCircle, type Rows } from "./row";

/* A circle, who sits in it, and who looks after it. */

export const pagesOfCircles: Rows = {
  "(member)/circles/[circleId]/buddies": [
    ["author", ofCircle("/buddies"), /^Your buddy$/, null, "You look out for each other"],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}/buddies`,
      /^Your buddy$/,
      null,
      "You have no buddy",
    ],
  ],
  "(member)/circles": [
    ["author", () => "/circles", /^Circles$/],
    ["former", () => "/circles", /^Circles$/],
  ],
  "(member)/circles/new": [["author", () => "/circles/new", /^Open a circle$/]],
  "(member)/circles/[circleId]": [
    ["author", ofCircle(), /^Thursday lanterns$/],
    ["facilitator", ofCircle(), /^Thursday lanterns$/],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}`,
      /^Second wind$/,
      null,
      "Which second day suits you?",
    ],
  ],
  "(member)/circles/let-go": [["former", () => "/circles/let-go", /^Your seat is free$/]],
  "(member)/circles/left": [
    ["former", () => "/circles/left", /^Circles you left$/, null, "You left"],
    ["author", () => "/circles/left", /^Circles you left$/, null, "You left no circle"],
  ],
  "(member)/circles/[circleId]/pause": [
    ["author", ofCircle("/pause"), /^Taking a break$/, null, "Pause me"],
    ["wren", ({ small }) => `/circles/${small.large.id}/pause`, /^Taking a break$/, null, "How are you?"],
    ["tern", ({ small }) => `/circles/${small.large.id}/pause`, /^Taking a break$/, null, "I am back"],
  ],
  "(member)/circles/[circleId]/merge": [
    ["author", ofCircle("/merge"), /^When a circle is small$/],
    ["wren", ({ small }) => `/circles/${small.large.id}/merge`, /^Two small circles, or one\?$/],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}/merge`,
      /^Two small circles, or one\?$/,
      null,
      "You said yes.",
    ],
    [
      "robin",
      ({ small }) => `/circles/${small.joined.id}/merge`,
      /^Second wind is part of Thursday lanterns now$/,
    ],
  ],
  "(member)/circles/[circleId]/health": [
    ["author", ofCircle("/health"), /^How your circle is doing$/, null, "Commitments said"],
    [
      "wren",
      ({ small }) => `/circles/${small.large.id}/health`,
      /^How your circle is doing$/,
      null,
      "too few to tell",
    ],
  ],
  "(member)/circles/[circleId]/agreements": [["facilitator", ofCircle("/agreements"), /^What we agreed$/]],
  "(member)/circles/[circleId]/leave": [["facilitator", ofCircle("/leave"), /^Leave Thursday lanterns\?$/]],
  "(member)/circles/[circleId]/roles": [
    ["facilitator", ofCircle("/roles"), /^Turns$/, null, "Save"],
    ["author", ofCircle("/roles"), /^Turns$/],
  ],
  "(member)/circles/[circleId]/term": [["author", ofCircle("/term"), /^Your twelve weeks$/]],
  "(member)/circles/[circleId]/land": [
    ["author", ofCircle("/land"), /^You found something$/],
    ["author", ofCircle("/land?step=quietly"), /^Before you land$/],
  ],
  "(member)/circles/[circleId]/care": [["facilitator", ofCircle("/care"), /^Look after this circle$/]],
  "(member)/circles/[circleId]/care/agreements": [
    ["facilitator", ofCircle("/care/agreements"), /^Change the agreements$/],
  ],
  "(member)/circles/[circleId]/care/description": [
    ["facilitator", ofCircle("/care/description"), /^How the circle is described$/],
    [
      "linnet",
      ({ small }) => `/circles/${small.little.id}/care/description`,
      /^How the circle is described$/,
      null,
      "Time on the second day",
    ],
  ],
  "(member)/circles/[circleId]/care/people/[seat]": [
    ["facilitator", ofCircle("/care/people/3"), /^Heron's role and seat$/],
  ],
  "(member)/circles/[circleId]/care/people/[seat]/ask-to-leave": [
    ["facilitator", ofCircle("/care/people/3/ask-to-leave"), /^Ask Heron to leave\?$/],
  ],
  "(member)/circles/[circleId]/people/[seat]": [["facilitator", ofCircle("/people/3"), /^Heron$/]],
};
