import { everyone } from "./row";

/* The rows of the matrix about how somebody arranges their Today: each their own, and nobody else's. */

export const arranging = {
  "today/placeSection": { row: everyone, fields: () => ({ section: "days", place: "0" }) },
  "today/showSection": { row: everyone, fields: () => ({ section: "circles", turned: "off" }) },
  "today/showPicture": { row: everyone, fields: () => ({ picture: "year", turned: "on" }) },
  "today/arrangeAsItWas": { row: everyone, fields: () => ({}) },
} as const;
