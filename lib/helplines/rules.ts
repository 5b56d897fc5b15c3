// The country shown first is guessed from the time zone that a member set, where there is one, and else from the
// languages that a browser says it reads: nobody's address on the network is looked up. A guess only orders the list;
// all of it is there.

/** Where most of those who set a language without a country would look for help. English says nothing. */
const home: Record<string, string> = {
  cs: "CZ",
  da: "DK",
  de: "DE",
  es: "ES",
  fi: "FI",
  fil: "PH",
  fr: "FR",
  he: "IL",
  hi: "IN",
  hu: "HU",
  is: "IS",
  it: "IT",
  ja: "JP",
  ko: "KR",
  ms: "MY",
  nb: "NO",
  nl: "NL",
  nn: "NO",
  no: "NO",
  pl: "PL",
  pt: "PT",
  sv: "SE",
  uk: "UA",
};

/** "en-GB,en;q=0.8" → "GB", if that is one of the `known` countries; otherwise null. */
export function likelyCountry(acceptLanguage: string | null, known: readonly string[]): string | null {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...settings] = part.trim().split(";");
      const weight = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find(Boolean);
      return { tag: tag.toLowerCase(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  for (const { tag } of wanted) {
    const [language = "", ...rest] = tag.split("-");
    const region = rest.find((part) => /^[a-z]{2}$/.test(part))?.toUpperCase();
    const country = region ?? home[language];
    if (country && known.includes(country)) return country;
  }
  return null;
}

/** "Europe/Vienna" → "AT", if that is one of the `known` countries; otherwise null. */
export const countryOfZone = (timeZone: string, known: readonly string[]): string | null =>
  known.find((country) => zonesOf(country).includes(timeZone)) ?? null;

const zones = new Map<string, string[]>();

function zonesOf(country: string): string[] {
  const found = zones.get(country) ?? new Intl.Locale("und", { region: country }).getTimeZones?.() ?? [];
  zones.set(country, found);
  return found;
}
