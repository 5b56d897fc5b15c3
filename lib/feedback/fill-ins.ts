/** What a letter leaves open: "{role}" stands in it until it is filled. */
export const fillIns = {
  name: { label: "Who you ask", hint: "As you would greet them.", missing: "their name", gap: "their name" },
  role: { label: "The role", hint: "As the job was called.", missing: "the role", gap: "role" },
  company: {
    label: "The company",
    hint: "As it is called.",
    missing: "the company",
    gap: "company",
  },
  me: { label: "Your name", hint: "As you sign.", missing: "your name", gap: "your name" },
} as const;

export type FillIn = keyof typeof fillIns;
export type Fillers = Partial<Record<FillIn, string | null>>;

const names = Object.keys(fillIns) as FillIn[];
const open = new RegExp(`\\{(${names.join("|")})\\}`);

/** The text with everything in its place that there is something for. */
export const fill = (text: string, fillers: Fillers): string =>
  text.replace(new RegExp(open, "g"), (place, name: FillIn) => fillers[name] || place);

/** What is still to fill in these texts, each once, in the order in which it is asked for. */
export const stillOpen = (...texts: string[]): FillIn[] =>
  names.filter((name) => texts.some((text) => text.includes(`{${name}}`)));

/** What is still to fill in, within a sentence: "their name and the role". */
export const sayOpen = (open: FillIn[]): string =>
  new Intl.ListFormat("en-GB").format(open.map((name) => fillIns[name].missing));

/**
 * The text as it leaves Onward: filled, and where there is nothing to fill in, a gap that says what belongs there.
 * No braces of ours go out, not even those of what it is filled with.
 */
export const goingOut = (text: string, fillers: Fillers): string =>
  fill(text, fillers).replace(new RegExp(open, "g"), (_, name: FillIn) => `[${fillIns[name].gap}]`);

/** A text with its open places told apart from the words around them. */
export const partsOf = (text: string): { text: string; fillIn: boolean }[] =>
  text
    .split(open)
    .map((part, at) => (at % 2 ? { text: `{${part}}`, fillIn: true } : { text: part, fillIn: false }))
    .filter((part) => part.text !== "");

/**
 * The other way round: letters that can be used again, with their particulars left open. A paragraph that is one of
 * `begunFrom` with something filled in is that paragraph once more, and what was filled in there is known elsewhere,
 * too. In words that their member wrote, only what can hardly mean anything else is left open.
 */
export function unfill(texts: string[], fillers: Fillers, begunFrom: string[] = []): string[] {
  const models = begunFrom.flatMap(paragraphsOf).filter((model) => stillOpen(model).length > 0);
  const readings = models.map((model) => ({ model, reading: readingOf(model) }));
  const found: Fillers = {};
  const opened = texts.map((text) =>
    paragraphsOf(text).map((paragraph) => {
      for (const { model, reading } of readings) {
        const filled = reading.exec(paragraph)?.groups;
        if (!filled) continue;
        Object.assign(found, filled);
        return { text: model, isOpen: true };
      }
      return { text: paragraph, isOpen: false };
    }),
  );
  const known = [fillers, found].flatMap((each) =>
    names.flatMap((name) => (each[name] && isPlain(each[name]) ? [{ name, said: each[name] }] : [])),
  );
  return opened.map((paragraphs) =>
    paragraphs.map(({ text, isOpen }) => (isOpen ? text : leaveOpen(text, known))).join("\n\n"),
  );
}

const paragraphsOf = (text: string): string[] => text.replace(/\r\n?/g, "\n").split("\n\n");

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longer ones are nobody's name, and looking for them takes its time. */
const LONGEST = 200;

/** Reads what a paragraph was filled in with: the same thing wherever the same place stands. */
function readingOf(model: string): RegExp {
  const seen = new Set<string>();
  const source = model.split(open).map((part, at) => {
    if (at % 2 === 0) return literally(part);
    if (seen.has(part)) return `\\k<${part}>`;
    seen.add(part);
    return `(?<${part}>[^\n]{1,${LONGEST}}?)`;
  });
  return new RegExp(`^${source.join("")}$`, "u");
}

/** "May" and "Bo" are words in other places, "SAP" is not. */
const isPlain = (said: string): boolean => said.length > 3 || /^\p{Lu}{2,}$/u.test(said);

function leaveOpen(text: string, known: { name: FillIn; said: string }[]): string {
  if (known.length === 0) return text;
  // The longer first: a role may hold the name of the company.
  const longestFirst = known.toSorted((one, other) => other.said.length - one.said.length);
  const said = longestFirst.map((one) => literally(one.said)).join("|");
  const words = new RegExp(`(?<![\\p{L}\\p{N}{])(?:${said})(?![\\p{L}\\p{N}}])`, "gu");
  return text.replace(words, (found) => {
    const one = known.find((each) => each.said === found);
    return one ? `{${one.name}}` : found;
  });
}
