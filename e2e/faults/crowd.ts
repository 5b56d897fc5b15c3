import { aCircle, aMember } from "@/tests/factories";
import { aGoal } from "@/tests/factories-of-goals";
import { aPost } from "@/tests/factories-of-posts";
import { aBrowser, type Browser, formToSendAgain, isDone } from "./browser.ts";
import type { Chance } from "./chance.ts";
import type { Ledger } from "./ledger.ts";
import type { Site } from "./site.ts";
import { type Filled, fillSomething, type Place } from "./writes.ts";

export type Crowd = {
  /** How many writes were acknowledged so far. */
  acknowledged: () => number;
  /** Every answer so far: how long it took, and its status. */
  answers: { ms: number; status: number }[];
  /** What could not even be answered: the app was gone. */
  unanswered: () => number;
  /** Lets everybody finish what they are at, and go. */
  goHome: () => Promise<void>;
};

const NAMES = ["Juniper", "Heron", "Wren", "Alder", "Marten", "Sorrel", "Tern", "Bracken"];

/** Members who write all the time, in two circles, each as fast as they are answered. */
export async function aCrowd(site: Site, chance: Chance, ledger: Ledger): Promise<Crowd> {
  const answers: Crowd["answers"] = [];
  let acknowledged = 0;
  let unanswered = 0;
  let open = true;

  const members = [];
  for (const name of NAMES) members.push(await aMember({ name }));
  const everyone: [Browser, Place][] = [];
  for (const half of [members.slice(0, 4), members.slice(4)]) {
    const [first, ...rest] = half;
    if (!first) continue;
    const circle = await aCircle(first, rest);
    for (const member of half) {
      await aPost(member, circle);
      const browser = await aBrowser(member, site.env, (ms, status) => answers.push({ ms, status }));
      everyone.push([browser, { circle, goal: await aGoal(member) }]);
    }
  }

  async function write(browser: Browser, filled: Filled): Promise<void> {
    const number = ledger.sent(filled);
    let form = filled.form;
    for (;;) {
      const answer = await browser.send(filled.path, form).catch(() => null);
      if (!answer) unanswered++;
      else if (isDone(answer)) {
        ledger.acknowledged(number);
        acknowledged++;
        // Pressed twice, or gone back and sent once more.
        if (chance.happens(0.1)) await browser.send(filled.path, form).catch(() => null);
        return;
      } else if (/Please wait/.test(answer.html)) return;
      else form = formToSendAgain(answer) ?? form;
      // Some people let it be: whether it was kept, they do not know.
      if (chance.happens(0.05)) return;
      await aMoment();
    }
  }

  async function writeAllDay([browser, place]: [Browser, Place]): Promise<void> {
    while (open) {
      const filled = await fillSomething(browser, place, chance).catch(() => null);
      if (filled) await write(browser, filled);
      else await aMoment();
    }
  }

  const days = everyone.map(writeAllDay);
  return {
    acknowledged: () => acknowledged,
    answers,
    unanswered: () => unanswered,
    async goHome() {
      open = false;
      await Promise.all(days);
    },
  };
}

// As long as somebody takes to press the button again.
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 100));
