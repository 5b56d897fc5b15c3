/*
 * Looking back counts what somebody did: days they were here, words they gave, signals they got, what they said and
 * kept. It compares with nobody, and says nothing of what they found or how long it took.
 */

export type LookBack = {
  days: number;
  posts: number;
  replies: number;
  encouragements: number;
  commitments: number;
};

const times = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** What there is to look back on, in words; what did not happen is not mentioned. */
export function sayLookBack({ days, posts, replies, encouragements, commitments }: LookBack): string[] {
  return [
    `You were here for ${days < 1 ? "a day" : times(days, "day", "days")}.`,
    posts > 0 && `You told the others how it was ${times(posts, "time", "times")}.`,
    replies > 0 && `You answered somebody ${times(replies, "time", "times")}.`,
    encouragements > 0 && `Others gave you ${times(encouragements, "warm signal", "warm signals")}.`,
    commitments > 0 && `You kept ${times(commitments, "commitment", "commitments")}.`,
  ].filter((line) => line !== false);
}
