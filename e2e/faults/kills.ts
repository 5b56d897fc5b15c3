import { waitFor } from "../../scripts/processes.ts";
import type { Chance } from "./chance.ts";
import type { Crowd } from "./crowd.ts";
import { type Site, type Victim, victims } from "./site.ts";

/** Kills what it may at random moments, each time after some more was written: only who writes can lose. */
export async function killAtRandom(
  site: Site,
  crowd: Crowd,
  chance: Chance,
  kills: number,
  killed: Record<Victim, number>,
  of: readonly Victim[] = victims,
): Promise<void> {
  for (let kill = 0; kill < kills; kill++) {
    const before = crowd.acknowledged();
    await waitFor(() => crowd.acknowledged() >= before + 4, {
      within: 60_000,
      otherwise: () => new Error(`After ${kill} kills nobody gets anything written any more.`),
    });
    await new Promise((resolve) => setTimeout(resolve, chance.between(0, 150)));
    const victim = chance.oneOf(of);
    if (await site.kill(victim, chance)) killed[victim]++;
    else kill--;
  }
}
