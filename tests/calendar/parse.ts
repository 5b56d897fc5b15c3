/*
 * A calendar as a program reads it (RFC 5545): lines unfolded, properties with their parameters, components in each
 * other. It is strict where programs are not, so that what passes here is read anywhere.
 */

export type Property = { name: string; parameters: Record<string, string>; value: string };
export type Component = { name: string; properties: Property[]; components: Component[] };

export function parseCalendar(text: string): Component {
  if (!text.endsWith("\r\n")) throw new Error("The last line has no end.");
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error("A line ends otherwise than with CRLF.");
  const physical = text.split("\r\n").slice(0, -1);
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`Longer than 75 octets: ${line}`);
    if (line === "") throw new Error("An empty line.");
    if (!line.isWellFormed()) throw new Error("A character was cut in half.");
  }
  const lines = text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .map(propertyOf);

  const root: Component = { name: "", properties: [], components: [] };
  const open = [root];
  for (const property of lines) {
    const inside = open.at(-1) ?? root;
    if (property.name === "BEGIN") {
      const component = { name: property.value, properties: [], components: [] };
      inside.components.push(component);
      open.push(component);
    } else if (property.name === "END") {
      if (open.pop()?.name !== property.value)
        throw new Error(`${property.value} ends what it did not begin.`);
    } else inside.properties.push(property);
  }
  const [calendar] = root.components;
  if (open.length !== 1 || root.components.length !== 1 || root.properties.length > 0 || !calendar)
    throw new Error("Not one whole calendar.");
  return calendar;
}

function propertyOf(line: string): Property {
  const [, name = "", parameters = "", value = ""] =
    /^([A-Z-]+)((?:;[A-Z-]+=[^;:]+)*):(.*)$/.exec(line) ?? [];
  if (!name) throw new Error(`Not a property: ${line}`);
  const pairs = parameters
    .split(";")
    .slice(1)
    .map((pair) => pair.split("="));
  return { name, parameters: Object.fromEntries(pairs), value };
}

export const readValue = (component: Component, name: string): string => {
  const found = component.properties.filter((property) => property.name === name);
  if (found.length !== 1) throw new Error(`${name} is there ${found.length} times in ${component.name}.`);
  return found[0]?.value ?? "";
};

/** A value that is text, as it was before it was escaped. */
export const textIn = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? "\n" : mark));
