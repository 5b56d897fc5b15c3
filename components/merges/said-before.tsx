import { BroughtLines } from "@/components/merges/brought";
import { WeeksBefore } from "@/components/merges/weeks-before";
import { Said } from "@/components/posts/said";
import { ReportLink } from "@/components/reports/report-link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { JoinedCircle } from "@/lib/merges/queries";

/** Where a circle went that joined another one, and what was said in it before: for reading. */
export function SaidBefore({ joined }: { joined: JoinedCircle }) {
  const { into, posts } = joined;
  return (
    <>
      <Notice
        icon="users"
        action={
          <ButtonLink href={`/circles/${into.id}`} variant="primary">
            Go there
          </ButtonLink>
        }
      >
        {into.called !== into.wasCalled ? (
          <>
            Somebody there is called {into.wasCalled} already, or was, so you are <Name>{into.called}</Name>{" "}
            there.
          </>
        ) : (
          <>
            Your seat came along, and you are <Name>{into.called}</Name> as before.
          </>
        )}
      </Notice>
      {joined.mine.length > 0 && (
        <Section title="What you said you would do">
          <p className="mb-5 max-w-words">
            It came along with you. How it went you can say here or on the week of {into.name}, where you
            alone see it.
          </p>
          <BroughtLines circleId={joined.id} commitments={joined.mine} />
        </Section>
      )}
      <Section title="What was said here before">
        <p className="mb-5 max-w-words">
          Only those who came along read it. It stays until {joined.until}, and then it is cleared away.
        </p>
        {posts.length === 0 && <EmptyState title="Nothing was shared here" icon="message-circle" />}
        <div className="divide-y divide-line">
          {posts.map((post) => (
            <article
              key={post.id}
              aria-label={`${post.alias}, ${post.said.said}`}
              className="py-5 first:pt-1"
            >
              <p>
                <Name className="font-semibold">{post.alias}</Name>{" "}
                <Time moment={post.said} className="text-muted text-sm" />
              </p>
              {post.isTakenBack ? (
                <p className="text-muted">Taken back.</p>
              ) : (
                <Said words={post.body && <Prose words={wordsToDraw(post.body)} />} details={post.details} />
              )}
              {joined.others.has(post.id) && (
                <ReportLink about="post" circleId={joined.id} thing={post.id} of={`${post.alias}'s post`} />
              )}
              {post.replies.length > 0 && (
                <ul className="mt-3 space-y-3 border-line border-l-2 pl-4">
                  {post.replies.map((reply) => (
                    <li key={reply.id}>
                      <Name className="font-semibold">{reply.alias}</Name>
                      <Prose words={wordsToDraw(reply.body)} size="reply" />
                      {joined.others.has(reply.id) && (
                        <ReportLink
                          about="reply"
                          circleId={joined.id}
                          thing={reply.id}
                          of={`${reply.alias}'s reply`}
                        />
                      )}
                    </li>
                  ))}
                </ul>
              )}
            </article>
          ))}
        </div>
        {joined.older && (
          <p className="mt-4">
            <ButtonLink href={`/circles/${joined.id}/merge?before=${joined.older}`}>Earlier</ButtonLink>
          </p>
        )}
      </Section>
      {joined.weeks.length > 0 && (
        <Section title="The last weeks here">
          <WeeksBefore circleId={joined.id} weeks={joined.weeks} />
        </Section>
      )}
    </>
  );
}
