import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { freshId } from "@/lib/ids";
import { beginWriting } from "@/lib/writing/actions";
import { promptOf } from "@/lib/writing/prompts";
import type { Writing } from "@/lib/writing/queries";

type Props = { setbackId: string; writing: Writing };

/** What can be written today, and what was written on other days. */
export function WritingOverview({ setbackId, writing }: Props) {
  return (
    <>
      <Today setbackId={setbackId} writing={writing} />
      {writing.sessions.length > 0 && (
        <Section title="Your pages">
          <ul className="border-line border-t">
            {writing.sessions.map((session) => (
              <li key={session.id} className="border-line border-b">
                <Link
                  href={`/setbacks/${setbackId}/writing/${session.id}`}
                  className="gentle group -mx-3 flex min-h-13 flex-wrap items-baseline justify-between gap-x-4 rounded-xl px-3 py-3 hover:bg-card"
                >
                  <span className="font-medium group-hover:text-sage">{session.said}</span>
                  <span className="text-muted text-sm">{session.isEnded ? "To read" : "Still open"}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Today({ setbackId, writing: { sessions, todays, mayBegin } }: Props) {
  if (todays && !todays.isEnded) {
    return (
      <Card label="Today">
        <p className="font-serif text-lg">Today's page is open, and your words are on it.</p>
        <ButtonLink href={`/setbacks/${setbackId}/writing/${todays.id}`} variant="primary" className="mt-5">
          Go on with today's
        </ButtonLink>
      </Card>
    );
  }
  if (mayBegin !== "yes") {
    return (
      <Card label="Today">
        <p className="font-serif text-lg">
          {mayBegin === "all are begun"
            ? "You have begun all five, and that is how far this goes. What you wrote stays here for as long as you like."
            : "That was today's page. There can be another one on another day, or none: both are fine."}
        </p>
      </Card>
    );
  }
  return (
    <Card label="Today">
      <p className="text-muted text-sm">What to begin from</p>
      <p className="mt-1 font-serif text-lg">{promptOf(sessions.length + 1)}</p>
      <Form action={beginWriting} label="Begin writing" className="mt-5 flex flex-col gap-3">
        <HiddenField name="id" value={freshId()} />
        <HiddenField name="setbackId" value={setbackId} />
        <SubmitButton className="self-start" pendingText="Opening a page">
          Begin today's page
        </SubmitButton>
      </Form>
      <p className="mt-4 text-muted text-sm">
        Its clock of twenty minutes begins then. It is quiet, rests whenever you say so, and ends nothing by
        itself. You can leave this for another day.
      </p>
    </Card>
  );
}
