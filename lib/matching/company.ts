import { fits, type Group, type One, SMALLEST } from "@/lib/matching/line";

const AIM = 5;
/** How many pairs are tried before a moment is given up on. */
const PATIENCE = 20_000;

/** Company that fits in the best way there is, one after the other; null when that ends below four. */
export function bestCompany(seed: One, others: One[], spare: Spare = freely): One[] | null {
  const company = [seed];
  const taken = spare();
  // People of other circles are asked for no more than it takes.
  const aim = spare === freely ? AIM : SMALLEST;
  while (company.length < aim) {
    let best: One | null = null;
    let bestWorth = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < others.length; at++) {
      const other = others[at];
      if (!other || company.includes(other)) continue;
      if (!taken.may(other) || !company.every((one) => fits(one, other))) continue;
      const worth = worthOf(other, company) - at * 0.05;
      if (worth > bestWorth) [best, bestWorth] = [other, worth];
    }
    if (!best) break;
    taken.take(best);
    company.push(best);
  }
  return company.length < SMALLEST ? null : company;
}

/** Any three who fit with somebody and with each other, where the best way led nowhere. */
export function anyCompany(seed: One, others: One[], spare: Spare = freely): One[] | null {
  let tried = 0;
  for (const [at, first] of others.entries()) {
    for (let next = at + 1; next < others.length; next++) {
      const second = others[next];
      if (++tried > PATIENCE) return null;
      if (!second || !fits(first, second)) continue;
      for (let last = next + 1; last < others.length; last++) {
        const third = others[last];
        if (++tried > PATIENCE) return null;
        if (!third || !fits(first, third) || !fits(second, third)) continue;
        const company = [first, second, third];
        if (canAllCome(company, spare)) return [seed, ...company];
      }
    }
  }
  return null;
}

function canAllCome(company: One[], spare: Spare): boolean {
  const taken = spare();
  for (const one of company) {
    if (!taken.may(one)) return false;
    taken.take(one);
  }
  return true;
}

/** How much somebody adds to those who are there. */
function worthOf(one: One, company: One[]): number {
  const holders = company.filter(({ canHold }) => canHold).length;
  const wanted = holders === 0 ? 4 : holders === 1 ? -1 : -4;
  const isNew = company.every(({ field }) => field !== one.field);
  const alike = company.filter(
    ({ need }) => need === one.need || need === "both" || one.need === "both",
  ).length;
  return (one.canHold ? wanted : 0) + (isNew ? 3 : 0) + alike / company.length;
}

/** What may be taken out of circles that are there, so that they stay large enough. */
export type Spare = () => { may: (one: One) => boolean; take: (one: One) => void };
const freely: Spare = () => ({ may: () => true, take: () => {} });
export const canSpare = ({ group }: One): boolean => !group || group.people.length > SMALLEST;
export const takesTurns = (): Spare => () => {
  const taken = new Map<Group, number>();
  return {
    may: ({ group }) => !group || group.people.length - (taken.get(group) ?? 0) > SMALLEST,
    take: ({ group }) => {
      if (group) taken.set(group, (taken.get(group) ?? 0) + 1);
    },
  };
};
