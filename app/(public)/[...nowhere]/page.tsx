import { NotThere } from "@/components/layout/not-there";
import { answerWith } from "@/lib/answer-status";
import { mayBeSignedIn } from "@/lib/session";

/** Every address that leads nowhere. */
export default async function NowherePage() {
  answerWith(404);
  return (await mayBeSignedIn()) ? (
    <NotThere href="/today" label="Go to Today" />
  ) : (
    <NotThere href="/" label="Go to the first page" />
  );
}
