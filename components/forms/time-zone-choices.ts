import type { Choice } from "@/components/forms/select-field";

/** Every time zone, by name. A member's own may go by an older one, which the runtime's list does not hold. */
export const timeZoneChoices = (own: string): Choice[] =>
  [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
