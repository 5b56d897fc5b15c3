import "server-only";
import { parseUnsubscribeCode } from "@/lib/reminders/secret";
import type { Visitor } from "@/lib/viewer";

/** Stops the kind of mail behind a secret, for whoever holds it. @returns whether there was anything behind it. */
export async function unsubscribe(visitor: Visitor, code: string): Promise<boolean> {
  const hash = parseUnsubscribeCode(code);
  if (!hash) return false;
  const [answer] = await visitor.db.$queryRaw<{ known: boolean }[]>`select app.unsubscribe(${hash}) as known`;
  return answer?.known ?? false;
}
