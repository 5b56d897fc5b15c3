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
 * No braces of ours go out.
 */
export const goingOut = (text: string, fillers: Fillers): string =>
  text.replace(new RegExp(open, "g"), (_, name: FillIn) => fillers[name] || `[${fillIns[name].gap}]`);

/** A text with its open places told apart from the words around them. */
export const partsOf = (text: string): { text: string; fillIn: boolean }[] =>
  text
    .split(open)
    .map((part, at) => (at % 2 ? { text: `{${part}}`, fillIn: true } : { text: part, fillIn: false }))
    .filter((part) => part.text !== "");

/** The other way round: a letter that can be used again, with its particulars left open. */
export function unfill(text: string, fillers: Fillers): string {
  const known = names
    .flatMap((name) => (fillers[name] ? [{ name, said: fillers[name] }] : []))
    // The longer first: a role may hold the name of the company.
    .sort((one, other) => other.said.length - one.said.length);
  if (known.length === 0) return text;
  const said = known.map((one) => one.said.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const words = new RegExp(`(?<![\\p{L}\\p{N}{])(?:${said})(?![\\p{L}\\p{N}}])`, "gu");
  return text.replace(words, (found) => {
    const one = known.find((each) => each.said === found);
    return one ? `{${one.name}}` : found;
  });
}
