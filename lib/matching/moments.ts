import { anyCompany, bestCompany, type Spare } from "@/lib/matching/company";
import { both, SLOTS } from "@/lib/matching/half-hours";
import { fits, type Group, type Level, type One, SMALLEST } from "@/lib/matching/line";

/** Levels that fit together: the two at the beginning, the two at the end; changing direction fits with both. */
const BANDS: Record<Level, readonly number[]> = { entry: [0], mid: [0, 1], senior: [1], changing: [0, 1] };

/** How many of a moment's people are looked at for the best company, the longest waiting first; for any, so many times. */
const LOOKED_AT = 64;
const TIMES = 8;
/** So many of one employer are looked at: only one of them can come, and those behind them are to be seen, too. */
const OF_ONE_EMPLOYER = 8;

/**
 * Everybody who waits, by the moments at which they could meet: one language, one pace, one band of levels, one half
 * hour.
 */
export class Moments {
  private readonly buckets = new Map<string, number>();
  private readonly of: Uint32Array[] = [];
  private readonly people: Int32Array;
  private readonly begins: Int32Array;
  /** How many of a moment's people have no circle yet. */
  private readonly waiting: Int32Array;
  /**
   * Where no four are left who could come together. Nobody comes back while a line is gone through, so it stays so; where
   * larger circles may be asked there are more, and that is noted apart.
   */
  private readonly exhausted: { alone: Uint8Array; withSpare: Uint8Array };
  private readonly line: One[];

  constructor(line: One[]) {
    this.line = line;
    for (const one of line) this.of.push(this.momentsOf(one));
    const moments = this.buckets.size * 2 * SLOTS;
    this.begins = new Int32Array(moments + 1);
    for (const list of this.of)
      for (const moment of list) this.begins[moment + 1] = (this.begins[moment + 1] ?? 0) + 1;
    for (let moment = 0; moment < moments; moment++) {
      this.begins[moment + 1] = (this.begins[moment + 1] ?? 0) + (this.begins[moment] ?? 0);
    }
    const next = this.begins.slice();
    this.people = new Int32Array(this.begins[moments] ?? 0);
    this.waiting = new Int32Array(moments);
    this.exhausted = { alone: new Uint8Array(moments), withSpare: new Uint8Array(moments) };
    // In the order of the line, so that each moment has its longest waiting first.
    line.forEach((one, at) => {
      for (const moment of this.of[at] ?? []) {
        const place = next[moment] ?? 0;
        this.people[place] = at;
        next[moment] = place + 1;
        if (!one.seated) this.waiting[moment] = (this.waiting[moment] ?? 0) + 1;
      }
    });
  }

  private momentsOf(one: One): Uint32Array {
    const found: number[] = [];
    for (const language of new Set(one.languages)) {
      const key = `${one.pace} ${language}`;
      const bucket = this.buckets.get(key) ?? this.buckets.size;
      this.buckets.set(key, bucket);
      for (const band of BANDS[one.level]) {
        for (const start of new Set(one.starts)) found.push((bucket * 2 + band) * SLOTS + start);
      }
    }
    return Uint32Array.from(found);
  }

  private languageOf(moment: number): string {
    const bucket = Math.floor(moment / (2 * SLOTS));
    for (const [key, at] of this.buckets) if (at === bucket) return key.slice(key.indexOf(" ") + 1);
    throw new Error("There is no such moment.");
  }

  /** They have a circle: fewer wait at each of their moments. */
  leave(one: One): void {
    for (const moment of this.of[one.at] ?? []) this.waiting[moment] = (this.waiting[moment] ?? 0) - 1;
  }

  /**
   * A circle for somebody, out of those who may be asked; null where there is none. The moments at which most people
   * wait are looked at first, and all of them before it is given up.
   *
   * @param spare where people may be taken out of larger circles, what keeps those large enough.
   */
  findGroup(seed: One, mayAsk: (one: One) => boolean, spare?: Spare): Group | null {
    const own = [...(this.of[seed.at] ?? [])];
    own.sort((one, other) => (this.waiting[other] ?? 0) - (this.waiting[one] ?? 0));
    const exhausted = spare ? this.exhausted.withSpare : this.exhausted.alone;
    for (const moment of own) {
      if (!spare && (this.waiting[moment] ?? 0) < SMALLEST) break;
      if (exhausted[moment]) continue;
      const { others, most } = this.lookAround(moment, seed, mayAsk);
      if (most < SMALLEST) exhausted[moment] = 1;
      if (others.length < SMALLEST - 1) continue;
      const company = bestCompany(seed, others.slice(0, LOOKED_AT), spare) ?? anyCompany(seed, others, spare);
      if (!company) continue;
      const common = company.reduce((bits, { free }) => both(bits, free), seed.free);
      return { people: company, language: this.languageOf(moment), pace: seed.pace, common };
    }
    return null;
  }

  /**
   * Who could sit with somebody at a moment, and how many could come at most, with them and with whom they do not fit:
   * one of each employer, everybody who named none, and from a larger circle as many as it can spare.
   */
  private lookAround(moment: number, seed: One, mayAsk: (one: One) => boolean) {
    const others: One[] = [];
    const seen = new Map<number, number>([[seed.mark, 1]]);
    const spared = new Map<Group, number>();
    let most = 1;
    const end = this.begins[moment + 1] ?? 0;
    for (let place = this.begins[moment] ?? 0; place < end && others.length < LOOKED_AT * TIMES; place++) {
      const other = this.line[this.people[place] ?? 0];
      if (!other || other === seed || !mayAsk(other)) continue;
      const { mark, group } = other;
      if (group) {
        const before = spared.get(group) ?? 0;
        if (before < group.people.length - SMALLEST) most++;
        spared.set(group, before + 1);
      } else {
        const before = seen.get(mark) ?? 0;
        seen.set(mark, before + 1);
        if (mark === 0 || before === 0) most++;
        else if (before >= OF_ONE_EMPLOYER) continue;
      }
      if (fits(seed, other)) others.push(other);
    }
    return { others, most };
  }
}
