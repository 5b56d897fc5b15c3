import "server-only";
import { headers } from "next/headers";
import { findAside, isAnyOpen } from "@/lib/crisis/aside";
import { helplines } from "@/lib/helplines/helplines";
import { countryOfZone, likelyCountry } from "@/lib/helplines/rules";
import { findSignedIn } from "@/lib/session";

/** So many lines are enough to choose from on a hard day. */
const MOST_LINES = 2;

export type Card = NonNullable<Awaited<ReturnType<typeof findCard>>>;

/** The card that is open for whoever looks at this page; null for everybody else. */
export async function findCard() {
  if (!(await isAnyOpen())) return null;
  const member = await findSignedIn();
  if (!member) return null;
  const aside = await findAside(member.id);
  if (!aside.open) return null;
  const { countries, directory } = helplines;
  const known = countries.map(({ code }) => code);
  const code =
    aside.country ??
    countryOfZone(member.timeZone, known) ??
    likelyCountry((await headers()).get("accept-language"), known);
  const found = countries.find((country) => country.code === code);
  return {
    answer: aside.open.answer,
    directory,
    country: found ? { ...found, lines: found.lines.slice(0, MOST_LINES) } : null,
    countries: countries.map((country) => ({ value: country.code, label: country.name })),
  };
}
