import { type Chance, chanceFrom } from "../e2e/faults/chance.ts";

const vocabulary =
  `the a and to of in it that I was my for they with on this at be not but me have so we from after what
  had about one is as when all just out who again there now week today next still time them two said work letter call
  talk team role interview round offer answer silence application office shift manager warehouse planner design
  report train morning evening Monday Thursday Friday coffee walk friend sister neighbour kitchen window list page
  portfolio question budget project contract month years company recruiter feedback form deadline waiting reading
  writing practice course library bicycle garden rain quiet tired hopeful calm strange heavy lighter slowly early
  late kind honest short long small second third last first other own more less some many any thing things people
  person place room door road money rent plan hand voice name word line mail phone minute hour day night because
  before while although maybe almost already never always often once between without around toward near far
  think thought know knew feel felt want wanted need needed try tried went going came back sent wrote asked told heard
  learned found lost kept began stopped opened closed meant helped changed moved slept cooked ran sat stood looked
  noticed remembered imagined agreed promised declined refused hired rejected passed chose stayed left returned
  carefully anyway instead together somewhere yesterday tomorrow better worse enough different same real true fair
  hard easy good bad new old whole half few several each every both either neither`.split(/\s+/);

// One long text, and where its sentences begin. What people write is cut from it: making up each word anew
// would take longer than loading it.
const sentences: number[] = [];
const text = (() => {
  const chance = chanceFrom(1);
  let written = "";
  while (written.length < 400_000) {
    sentences.push(written.length);
    const words = Array.from({ length: 4 + Math.floor(chance.next() * 12) }, () => chance.oneOf(vocabulary));
    const sentence = words.join(chance.happens(0.1) ? ", " : " ");
    written += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. `;
  }
  return written;
})();
const LONGEST = 3_000;
const beginnings = sentences.filter((at) => at < text.length - LONGEST);

/** Something that somebody wrote: half of it is shorter than `median` characters, and some of it goes on for 3,000. */
export function someWords(chance: Chance, median: number): string {
  // Nearly a normal distribution, in the logarithm: most are short, a few are long.
  const off = (chance.next() + chance.next() + chance.next() - 1.5) * 1.4;
  const length = chance.happens(0.01) ? LONGEST : Math.min(Math.round(median * Math.exp(off)), LONGEST);
  const from = chance.oneOf(beginnings);
  return `${text.slice(from, text.lastIndexOf(" ", from + length - 1)).replace(/[,.]$/, "")}.`;
}
