import { waitFor } from "../../scripts/processes.ts";
import { isWell } from "./browser.ts";
import type { Crowd } from "./crowd.ts";
import type { Site } from "./site.ts";

/** Everybody is answered within this, whatever Postgres does. */
export const ANSWERED_MS = 5_000;
/** And when it is back, all is well again within this. */
export const WELL_AGAIN_MS = 10_000;

/** Takes Postgres away under load, once killed and once fallen silent, and watches everybody. */
export async function goneForAWhile(
  site: Site,
  crowd: Crowd,
  seconds: number,
  say: (words: string) => void,
): Promise<boolean> {
  const ways = {
    killed: { go: site.killDatabase, comeBack: site.startDatabase },
    silent: { go: () => site.bring("silent"), comeBack: () => site.bring("none") },
  };
  let well = true;
  for (const [way, { go, comeBack }] of Object.entries(ways)) {
    await untilMoreIsWritten(crowd);
    const [from, unanswered] = [crowd.answers.length, crowd.unanswered()];
    await go();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await comeBack();
    const back = performance.now();
    await untilMoreIsWritten(crowd);
    await waitFor(() => isWell(site.env.ONWARD_URL), {
      within: 60_000,
      otherwise: () => new Error("It is not well again."),
    });
    const wellAfter = performance.now() - back;

    const answers = crowd.answers.slice(from);
    const slowest = Math.max(...answers.map(({ ms }) => ms));
    const broken = answers.filter(({ status }) => status >= 500 && status !== 503).length;
    const missing = crowd.unanswered() - unanswered;
    say(
      `${way.padEnd(13)} ${seconds} s: ${answers.length} answers, the slowest after ${inSeconds(slowest)}; ` +
        `${missing} without an answer, ${broken} broken; well again after ${inSeconds(wellAfter)}`,
    );
    well &&=
      answers.length > 0 && slowest <= ANSWERED_MS && missing + broken === 0 && wellAfter <= WELL_AGAIN_MS;
  }
  return well;
}

const untilMoreIsWritten = (crowd: Crowd) => {
  const before = crowd.acknowledged();
  return waitFor(() => crowd.acknowledged() >= before + 8, {
    within: 60_000,
    otherwise: () => new Error("Nobody gets anything written any more."),
  });
};

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
