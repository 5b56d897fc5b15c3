import { prisma } from "@/lib/db";
import { type Rewrapped, rewrapKeys } from "@/lib/jobs/rewrap-keys";

// The process that wraps members' keys anew (npm run vault:rotate). It ends with 2 where some stay as they were.
const say = (words: string) => process.stdout.write(`${words}\n`);

let sum: Rewrapped = { done: 0, stuck: 0 };
for await (sum of rewrapKeys()) say(`      ${sum.done} so far`);
await prisma().$disconnect();
if (sum.done === 0 && sum.stuck === 0) say("\n  Every member's key was under the newest vault key already.");
else
  say(
    `\n  ${sum.done === 1 ? "One member's key is" : `${sum.done} members' keys are`} under the newest vault key now.`,
  );
if (sum.stuck > 0) process.exitCode = 2;
