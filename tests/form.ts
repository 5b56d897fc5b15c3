import { freshId } from "@/lib/ids";

type Value = string | number | boolean | null | undefined;
export type Fields = Record<string, Value | Value[]>;

/** A form's fields as a browser sends them; an `id` is minted unless given, as every create form does. */
export function formOf(fields: Fields): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ id: freshId(), ...fields })) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined || one === null || one === false) continue;
      data.append(name, one === true ? "on" : String(one));
    }
  }
  return data;
}
