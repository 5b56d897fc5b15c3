import path from "node:path";
import { hourIn } from "@/lib/dates";
import { prisma } from "@/lib/db";
import { planReminders } from "@/lib/jobs/plan-reminders";
import { aMember } from "@/tests/factories";
import { someReminders } from "@/tests/factories-of-reminders";
import type { aMailServer } from "@/tests/jobs/mail-server";
import { waitFor } from "../../scripts/processes.ts";
import { keepWorking } from "../../scripts/work.ts";
import { formsIn } from "../plain-form.ts";
import { aBrowser, isDone } from "./browser.ts";
import type { Site } from "./site.ts";

type MailServer = Awaited<ReturnType<typeof aMailServer>>;

/** By so much an answer may be slower while the mail server hangs. */
const SLOWER_MS = 50;
const ROUNDS = 3;
const ASKED_A_ROUND = 5;
/** And so many have a mail by the clock meanwhile, which the worker may plan at the same moment. */
const REMINDED_A_ROUND = 3;

/** What has a mail sent, by its form. */
const verbs = {
  "asks for a new password": { path: "/forgot-password", mark: "Send me a link", verified: true },
  "has the confirmation sent again": { path: "/today", mark: "Send it again", verified: false },
};
type Verb = keyof typeof verbs;
const everyVerb = Object.keys(verbs) as Verb[];

const LEFT = "select from pgboss.job where name in ('mail', 'reset', 'remind') and state <> 'completed'";

/** The mail server takes what it is sent and says nothing: nobody waits for it, and each mail arrives in the end, once. */
export async function hangTheMail(
  site: Site,
  server: MailServer,
  say: (words: string) => void,
): Promise<boolean> {
  const { asAdmin, env } = site;
  const addresses: string[] = [];

  async function cause(verb: Verb): Promise<number> {
    const { path, mark, verified } = verbs[verb];
    const member = await aMember({ verified });
    const browser = await aBrowser(member, env);
    const [form = []] = formsIn((await browser.open(path)).html, mark);
    const answer = await browser.send(path, [...form, ["email", member.email]]);
    if (form.length === 0 || !isDone(answer)) throw new Error(`Whoever ${verb} is told ${answer.status}.`);
    addresses.push(member.email);
    return answer.ms;
  }
  async function remind(): Promise<void> {
    for (let n = 0; n < REMINDED_A_ROUND; n++) {
      const member = await aMember({ timeZone: "UTC" });
      const eveningHour = hourIn("UTC", new Date());
      await someReminders(member, { eveningHour, quietFrom: 0, quietUntil: 0 });
      addresses.push(member.email);
    }
    await planReminders();
  }
  const until = (what: string, answer: () => Promise<boolean> | boolean) =>
    waitFor(answer, { within: 30_000, otherwise: () => new Error(`It does not come to this: ${what}.`) });
  const recover = () => {
    server.mood = "well";
    return asAdmin((client) =>
      until("every mail has left", async () => {
        server.goOn();
        return (await client.query(LEFT)).rowCount === 0;
      }),
    );
  };

  const working = keepWorking(env, { log: path.join(site.folder.path, "worker.log") });
  try {
    await cause("has the confirmation sent again");
    await until("a first mail leaves", () => server.mails.length === 1);

    const took = { usual: timesOf(), hanging: timesOf() };
    const ask = async (how: keyof typeof took) => {
      for (let n = 0; n < ASKED_A_ROUND; n++) {
        for (const verb of everyVerb) took[how][verb].push(await cause(verb));
      }
    };
    // In turns, so that whatever else this machine does falls on both.
    for (let round = 0; round < ROUNDS; round++) {
      await recover();
      await ask("usual");
      await recover();
      server.mood = "says nothing";
      const asked = server.asked;
      await cause("has the confirmation sent again");
      await until("the server is asked, and hangs", () => server.asked > asked);
      await remind();
      await ask("hanging");
      if (server.mails.length >= addresses.length) throw new Error("The mail server did not hang.");
    }
    await recover();

    let well = true;
    for (const verb of everyVerb) {
      const [usual, hanging] = [median(took.usual[verb]), median(took.hanging[verb])];
      const asFast = hanging - usual <= SLOWER_MS;
      say(
        `${asFast ? "✓" : "✗"} whoever ${verb} waits ${usual.toFixed(0)} ms, and ${hanging.toFixed(0)} ms while it hangs`,
      );
      well &&= asFast;
    }
    const arrived = server.mails.map((mail) => /^To: (.+)$/im.exec(mail)?.[1]?.trim());
    const wrong = addresses.filter((address) => arrived.filter((to) => to === address).length !== 1);
    say(`mails         ${addresses.length} caused, ${arrived.length} arrived, ${wrong.length} not once`);
    return well && wrong.length === 0 && arrived.length === addresses.length;
  } finally {
    await working.stop();
    // Before its Postgres goes.
    await prisma().$disconnect();
  }
}

const timesOf = () =>
  ({ "asks for a new password": [], "has the confirmation sent again": [] }) as Record<Verb, number[]>;

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
