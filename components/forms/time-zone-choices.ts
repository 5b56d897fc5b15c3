import type { Choice } from "@/components/forms/select-field";
import { nameNow } from "@/lib/time-zones";

/** Every time zone once, by the name that it has now. A member's own is chosen under whichever name it was given. */
export function timeZoneChoices(own: string): Choice[] {
  const zones = new Map(Intl.supportedValuesOf("timeZone").map((zone) => [nameNow(zone), zone]));
  zones.set("UTC", "UTC").set(nameNow(own), own);
  return [...zones]
    .map(([name, value]) => ({ value, label: name.replaceAll("_", " ") }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
}
