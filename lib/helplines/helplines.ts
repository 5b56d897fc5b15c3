import given from "./helplines.json";
import { helplineList } from "./schema";

/**
 * Where people answer, country by country. The list is in helplines.json, for whoever runs Onward to
 * edit; a mistake in its form stops the build rather than a member.
 */
export const helplines = helplineList.parse(given);

/** The day before which no entry of the list was looked at: what the page may promise. */
export const listChecked: string = helplines.countries.map(({ checked }) => checked).sort()[0] ?? "";
