import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { CrisisCard } from "@/components/crisis/crisis-card";
import { Unplaced } from "@/components/forms/unplaced";
import { Broken } from "@/components/layout/broken";
import { NotThere } from "@/components/layout/not-there";
import { answersForm, answerWith, findRefusal } from "@/lib/answer-status";
import { findCard } from "@/lib/crisis/find-card";
import { troubleIn } from "@/lib/database-trouble";
import { noteBroken } from "@/lib/log";
import { pathToSendAgain } from "@/lib/send-again";

/**
 * Makes a page, under its title. What is not there for its reader, and what breaks, is said on a whole page
 * with the right status, without JavaScript too; the title then says no more than that.
 *
 * @param notThere what is said of what is not there, where its reader is no member.
 */
export function page<Props extends unknown[]>(
  title: string,
  draw: (...props: Props) => Promise<ReactNode>,
  notThere: ReactNode = <NotThere href="/today" label="Go to Today" />,
) {
  return async function Page(...props: Props) {
    try {
      const drawn = await draw(...props);
      const card = await findCard();
      return (
        <>
          <title>{`${title} · Onward`}</title>
          {card && <CrisisCard card={card} />}
          {withRefusal(drawn)}
        </>
      );
    } catch (thrown) {
      if (isNotFound(thrown) && answerWith(404)) return withRefusal(notThere);
      unstable_rethrow(thrown);
      if (troubleIn(thrown) === "away") {
        const reference = noteBroken(thrown, "Postgres: away");
        // A form's page cannot be drawn without Postgres. The browser is asked to send the form once more, to where
        // its words are shown.
        if (answersForm()) redirect(await pathToSendAgain(reference));
        if (answerWith(503)) return <Broken what="away" reference={reference} />;
        throw thrown;
      }
      if (answerWith(500)) return <Broken reference={noteBroken(thrown, "a page broke")} />;
      throw thrown;
    }
  };
}

/** Words that a form without JavaScript brought along stay to be read, also where its page is not there any more. */
function withRefusal(drawn: ReactNode) {
  const refusal = findRefusal();
  return (
    <>
      {refusal && <Unplaced refusal={refusal} />}
      {drawn}
    </>
  );
}

const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof Error && "digest" in thrown && thrown.digest === "NEXT_HTTP_ERROR_FALLBACK;404";
