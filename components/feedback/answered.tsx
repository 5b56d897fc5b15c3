import type { Route } from "next";
import type { ReactNode } from "react";
import { RequestButton } from "@/components/feedback/request-button";
import { TieForReasons } from "@/components/feedback/tie-for-reasons";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { putAnswerInJar } from "@/lib/feedback/actions";
import type { RequestView } from "@/lib/feedback/queries";

type Props = {
  request: RequestView;
  isInJar: boolean;
  /** Where what they said can become reasons of its setback; null where there is none, or it should wait. */
  reasonsHref: Route | null;
  /** It is about no setback yet, and may be tied to one: `tie`, where there is one. */
  canTie: boolean;
  tie: ReactNode;
};

/** What they said, quoted, what its member takes from it, and what it can become. */
export function Answered({ request, isInJar, reasonsHref, canTie, tie }: Props) {
  const { answer, lesson } = request;
  return (
    <>
      {answer ? (
        <figure>
          <blockquote className="border-sage-half border-l-2 pl-5">
            <Prose words={wordsToDraw(answer)} size="letter" />
          </blockquote>
          <figcaption className="wrap-anywhere mt-2 pl-5 text-muted text-sm">
            {request.name === null ? request.one : <Name>{request.name}</Name>}, {request.said.answered}
          </figcaption>
        </figure>
      ) : (
        <p className="text-muted">They answered, on {request.said.answered}. You kept no words of it.</p>
      )}
      {lesson && (
        <Card label="What you take from it" className="mt-6">
          <p className="text-muted text-sm">What you take from it</p>
          <Prose words={wordsToDraw(lesson)} />
        </Card>
      )}
      {request.jarEntryId && (
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2.5">
          {isInJar ? (
            <p className="text-muted">
              It is in your <TextLink href="/jar">evidence jar</TextLink>.
            </p>
          ) : (
            <RequestButton
              action={putAnswerInJar}
              requestId={request.id}
              says="Put it in my evidence jar"
              label="Put what they said in my evidence jar"
            />
          )}
          {reasonsHref && (
            <ButtonLink href={reasonsHref} variant="plain">
              Note a reason from it
            </ButtonLink>
          )}
        </div>
      )}
      {canTie && <TieForReasons tie={tie} />}
    </>
  );
}
