import type { ReactNode } from "react";
import { FollowUp } from "@/components/feedback/follow-up";
import { RequestButton } from "@/components/feedback/request-button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { saySilent } from "@/lib/feedback/actions";
import type { RequestView } from "@/lib/feedback/queries";

/** A letter that is on its way. `children`: the form for what came back. */
export function Asked({
  request,
  isWin,
  children,
}: {
  request: RequestView;
  isWin: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <Card>
        <p className="font-medium font-serif text-lg">
          You asked, on {request.said.asked}. That was yours to do.
        </p>
        {isWin && (
          <p className="mt-1 text-muted">
            It is among your <TextLink href="/wins">wins</TextLink>, whatever comes back.
          </p>
        )}
      </Card>
      <Section title="One reminder, if you like">
        <FollowUp request={request} />
      </Section>
      <Section title="What came of it">
        {children}
        <div className="mt-5 flex flex-wrap">
          <RequestButton
            action={saySilent}
            requestId={request.id}
            says="No answer came"
            label="No answer came"
          />
          <p className="mt-2 max-w-words basis-full text-muted">
            Silence is a normal end. Say so when you are done waiting, and it can rest.
          </p>
        </div>
      </Section>
    </>
  );
}

/** One that nobody answered. */
export function Silent({ children }: { children: ReactNode }) {
  return (
    <>
      <Card>
        <p className="font-medium font-serif text-lg">No answer came, and that is a normal end.</p>
        <p className="mt-1 max-w-words text-muted">
          People are busy, and some may not say a word about it. It says nothing about you. You asked, and
          that was the part in your hands. It can rest here now.
        </p>
      </Card>
      <div className="mt-5">{children}</div>
    </>
  );
}
