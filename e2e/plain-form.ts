/** A form as the server gives it to a browser without JavaScript: every field that goes along unasked. */
export type PlainForm = [name: string, value: string][];

/** The forms of a page whose markup holds `mark`. */
export const formsIn = (html: string, mark: string): PlainForm[] =>
  [...html.matchAll(/<form\b.*?<\/form>/gs)]
    .map(([form]) => form)
    .filter((form) => form.includes(mark))
    .map(unasked);

const unasked = (form: string): PlainForm =>
  [...form.matchAll(/<input\b([^>]*)>/g)].flatMap(([, field = ""]): PlainForm => {
    const is = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(field)?.[1];
    const name = is("name");
    return name && is("type") === "hidden" ? [[unescaped(name), unescaped(is("value") ?? "")]] : [];
  });

const entities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">" };

/** What is meant by a text in markup. */
export const unescaped = (text: string): string =>
  text
    .replace(/&#x([\da-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(quot|amp|lt|gt);/g, (_, name) => entities[name] ?? "");
