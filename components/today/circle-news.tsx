import { EncourageForm } from "@/components/posts/encourage-form";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { needWords } from "@/lib/posts/needs";
import type { NewsCard } from "@/lib/today/queries";

/** What happened in the viewer's circles: the newest that others said, answers to the viewer among it. */
export function CircleNews({ news, hasCircle }: { news: NewsCard[]; hasCircle: boolean }) {
  return (
    <Section title="In your circles">
      {news.length > 0 ? (
        <ul>
          {news.map((said) => (
            <li
              key={said.id}
              className="grid grid-cols-[2.75rem_1fr] gap-x-4 border-line border-t py-5 first:border-t-0 first:pt-1"
            >
              <Avatar alias={said.alias} />
              <div className="min-w-0">
                <p>
                  <Name className="font-semibold">{said.alias}</Name>{" "}
                  <span className="text-muted text-sm">
                    {said.answersMe && "answered you "}in{" "}
                    <TextLink href={`/circles/${said.circleId}`} className="no-underline hover:underline">
                      {said.circle}
                    </TextLink>
                    , <Time moment={said.said} />
                  </span>
                </p>
                <Prose words={wordsToDraw(said.body)} className="mt-0.5" />
                {said.need && <p className="mt-1.5 text-muted text-sm">{needWords[said.need].told}</p>}
                <div className="mt-2.5 flex flex-wrap gap-2.5">
                  {said.signals.length > 0 && (
                    <EncourageForm circleId={said.circleId} postId={said.postId} signals={said.signals} />
                  )}
                  <ButtonLink
                    href={`/circles/${said.circleId}/posts/${said.postId}`}
                    aria-label={`Reply to ${said.alias}`}
                  >
                    Reply
                  </ButtonLink>
                </div>
              </div>
            </li>
          ))}
        </ul>
      ) : hasCircle ? (
        <EmptyState title="It is quiet" action={<ButtonLink href="/circles">Go to your circles</ButtonLink>}>
          Nothing from the others just now. A line about your week is a good beginning.
        </EmptyState>
      ) : (
        <EmptyState
          title="A few people who get it"
          action={<ButtonLink href="/circles/find">Find me a circle</ButtonLink>}
        >
          Four to eight of you, and nobody else reads along. If somebody invited you, their link brings you
          in; and you can <TextLink href="/circles/new">open one</TextLink> yourself.
        </EmptyState>
      )}
    </Section>
  );
}
