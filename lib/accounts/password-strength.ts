import "server-only";
import type { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { Refusal } from "@/lib/refusal";

let loading: Promise<ZxcvbnFactory> | undefined;

// Half a megabyte of common passwords, which only somebody who chooses one needs in memory.
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
  ]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

const REASONS: Record<string, string> = {
  topTen: "This is one of the ten passwords that are used most.",
  topHundred: "This is one of the hundred passwords that are used most.",
  common: "This is on the lists of common passwords that guessers try first.",
  similarToCommon: "This is very close to a common password, and guessers know those changes.",
  userInputs: "This is made of your name or e-mail address, which others know.",
  simpleRepeat: "This repeats the same character, which is quickly guessed.",
  extendedRepeat: "This repeats one part, which is quickly guessed.",
  sequences: "This is a sequence, like abcd or 1234, which is quickly guessed.",
  straightRow: "This is a row of keys, which is quickly guessed.",
  keyPattern: "This is a pattern on the keyboard, which is quickly guessed.",
  dates: "This is a date, which is quickly guessed.",
  recentYears: "This is built on a year, which is quickly guessed.",
};

/**
 * Refuses a password that somebody would guess within minutes, and says why. There are no rules about
 * kinds of characters: a few plain words are fine.
 *
 * @param known what others know of the member: their address, their name.
 */
export async function refuseGuessable(password: string, known: string[]): Promise<void> {
  loading ??= load();
  const parts = known
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((text) => text.length > 2);
  // Its time grows with the square of the length; nobody guesses what follows 64 good characters, and
  // 64 bad ones are enough to see.
  const { score, feedback } = (await loading).check(password.slice(0, 64), [...parts, "onward"]);
  if (score >= 2) return;
  const reason = REASONS[feedback.warning ?? ""] ?? "This would be guessed quickly.";
  throw new Refusal(
    `${reason} Please choose another; three or four words that do not belong together are good.`,
    "password",
  );
}
