import "server-only";
import { privateWords, UNREADABLE } from "@/lib/private-words";
import { type ShownSetback, whatTheySee } from "@/lib/supporters/what-they-see";
import type { Visitor } from "@/lib/viewer";

type Gathered = {
  userId: string;
  id: string;
  called: string;
  wins: boolean;
  namesShown: boolean;
  expiresAt: string;
  dataKey: string | null;
  isSealed: boolean;
  timeZone: string;
  goals: Parameters<typeof whatTheySee>[0]["goals"];
  latestWins: { id: string; body: string; day: string }[];
  setbacks: { id: string; shown: string }[];
  companies: { id: string; company: string }[];
};

/** Asks the database what is in a link, and opens it with the key that comes along. */
export async function gather({ viewer, db, now }: Visitor, hash: Uint8Array<ArrayBuffer> | Uint8Array) {
  const [row] = await db.$queryRaw<{ found: Gathered | null }[]>`select app.supporter_view(${hash}) as found`;
  const found = row?.found;
  if (!found) return null;
  const { userId, id, dataKey, timeZone } = found;
  const words = privateWords({ id: userId, dataKey, sealedAt: found.isSealed ? now : null });
  const sees = whatTheySee(
    {
      goals: found.goals,
      wins: found.wins ? found.latestWins : null,
      setbacks: found.setbacks.map((setback) =>
        openShown(words.open("supporter_setbacks.shown", setback.id, setback.shown)),
      ),
    },
    {
      called: words.open("supporter_links.called", id, found.called),
      expiresAt: new Date(found.expiresAt),
      timeZone,
      now,
      companies: found.namesShown
        ? null
        : [...new Set(found.companies.map((one) => words.open("setbacks.company", one.id, one.company)))],
    },
  );
  return { sees, words, hash, isOwn: viewer?.id === userId, linkId: id };
}

const openShown = (text: string): ShownSetback =>
  text === UNREADABLE ? { body: UNREADABLE, details: [] } : JSON.parse(text);
