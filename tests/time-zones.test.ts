import { expect, test } from "vitest";
import { timeZoneChoices } from "@/components/forms/time-zone-choices";
import { isTimeZone } from "@/lib/dates";
import { nameNow } from "@/lib/time-zones";

const RETIRED = /Kiev|Calcutta|Katmandu|Saigon|Rangoon|Godthab|Faeroe|Asmera|Ponape|Truk|Enderbury/;

test("time zones are listed under the names they have now, each once", () => {
  const labels = timeZoneChoices("Europe/Berlin").map(({ label }) => label);
  expect(labels.filter((label) => RETIRED.test(label))).toEqual([]);
  expect(labels).toEqual(expect.arrayContaining(["Europe/Kyiv", "Asia/Kolkata", "Asia/Ho Chi Minh", "UTC"]));
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels).toEqual([...labels].sort());
});

test.each(["Europe/Kiev", "Europe/Kyiv"])("a member's own is found as it was given: %s", (own) => {
  const here = timeZoneChoices(own).filter(({ label }) => label === "Europe/Kyiv");
  expect(here).toEqual([{ value: own, label: "Europe/Kyiv" }]);
});

test("both names of a time zone are taken, and mean the same clock", () => {
  const renamed = Intl.supportedValuesOf("timeZone").filter((zone) => nameNow(zone) !== zone);
  for (const zone of renamed) {
    expect([isTimeZone(zone), isTimeZone(nameNow(zone))], zone).toEqual([true, true]);
    const [before, now] = [zone, nameNow(zone)].map((timeZone) =>
      new Intl.DateTimeFormat("en", { timeZone, dateStyle: "full", timeStyle: "full" }).format(0),
    );
    expect(before, zone).toBe(now);
  }
});
