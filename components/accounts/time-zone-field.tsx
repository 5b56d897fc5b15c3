"use client";
import { useSyncExternalStore } from "react";
import { SelectField } from "@/components/forms/select-field";
import { timeZoneChoices } from "@/components/forms/time-zone-choices";

/** Tells the form the browser's time zone, so that nobody has to look for theirs. Without JavaScript it asks. */
export function TimeZoneField() {
  const timeZone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  if (timeZone) return <input type="hidden" name="timeZone" value={timeZone} />;
  return (
    <noscript>
      <SelectField
        name="timeZone"
        label="Your time zone"
        hint="Your days begin and end by it. Settings changes it."
        defaultValue="UTC"
        choices={timeZoneChoices("UTC")}
      />
    </noscript>
  );
}
