import { Form } from "@/components/forms/form";
import { Press } from "@/components/forms/press";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CountryLines } from "@/components/helplines/country-lines";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { answerCard, showLinesOf } from "@/lib/crisis/actions";
import type { Card as Open } from "@/lib/crisis/find-card";
import { CARD_ID } from "@/lib/crisis/schema";

/** A gentle word for whoever just wrote, and for nobody else. It is no finding: a list of words met some of them. */
export function CrisisCard({ card: { answer, country, countries, directory } }: { card: Open }) {
  return (
    <div id={CARD_ID} className="mb-10 outline-none" data-print="no">
      <Card label="For you alone">
        {answer === "me" ? (
          <AboutMe hasLine={country !== null} />
        ) : answer === "someone" ? (
          <AboutSomeone />
        ) : (
          <Asked />
        )}
        <div className="mt-5 border-line border-t pt-4">
          {!country && (
            <p className="mb-4">
              Choose your country below, or look in{" "}
              <a href={directory.web} rel="noreferrer" className="link">
                {directory.name}
              </a>
              , an international directory.
            </p>
          )}
          {country && (
            <>
              <p className="mb-2 font-semibold text-muted text-sm">People who answer, {country.name}</p>
              <CountryLines country={country} />
            </>
          )}
          <p className="mt-4 max-w-words text-muted">
            On a call somebody listens, asks how you are and whether you are safe, and goes at your pace. You
            need not give your name, and you can end it whenever you like.
          </p>
          <div className="mt-3">
            <Fold
              look="link"
              summary={country ? "Lines in another country" : "Lines in your country"}
              open={!country}
            >
              <Form
                action={showLinesOf}
                className="flex flex-wrap items-end gap-3"
                label="Lines in another country"
              >
                <SelectField
                  name="country"
                  label="Country"
                  choices={country ? countries : [{ value: "", label: "Choose your country" }, ...countries]}
                  defaultValue={country?.code ?? ""}
                />
                <SubmitButton variant="quiet">Show</SubmitButton>
              </Form>
            </Fold>
          </div>
        </div>
        {(answer === "me" || answer === "someone") && (
          <div className="mt-3 flex">
            <Press
              action={answerCard}
              about={{ answer: "away" }}
              says="Put this away"
              label="Put this away"
            />
          </div>
        )}
      </Card>
    </div>
  );
}

const title = "font-medium font-serif text-2xl";

const answers = [
  ["me", "This is about me", "quiet"],
  ["someone", "About someone else", "quiet"],
  ["mistaken", "Not what I meant", null],
] as const;

function Asked() {
  return (
    <>
      <p className={title}>A word for you alone</p>
      <p className="mt-2 max-w-words">
        What you wrote is kept, just as you wrote it. Some of its words can mean that it is more than a hard
        day, and a list of words cannot tell whether they do. Nobody else sees this, nobody is told, and
        Onward keeps no note of it.
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        {answers.map(([answer, says, variant]) => (
          <Press
            key={answer}
            action={answerCard}
            about={{ answer }}
            says={says}
            label={says}
            {...(variant && { variant })}
          />
        ))}
      </div>
    </>
  );
}

function AboutMe({ hasLine }: { hasLine: boolean }) {
  return (
    <>
      <p className={title}>Thank you for saying so</p>
      <p className="mt-2 max-w-words">
        You do not have to carry this alone, and it does not have to be at its worst before you call. If there
        is somebody you trust, tell them in one line that today is hard. If you may not be safe in the next
        hours, {hasLine ? "call the first number here" : "call the emergency number where you are"}.
      </p>
    </>
  );
}

function AboutSomeone() {
  return (
    <>
      <p className={title}>It is good that they have you</p>
      <p className="mt-2 max-w-words">
        Tell them that you noticed, ask plainly whether they think of ending their life, and listen more than
        you talk. Asking does not put the thought there. Do not promise to keep it to yourself, and do not
        carry it alone: these people help those who worry, too.
      </p>
      <p className="mt-2">
        <TextLink href="/worried">What to say, and where to refer</TextLink>
      </p>
    </>
  );
}
