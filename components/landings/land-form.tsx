import { CheckField } from "@/components/forms/check-field";
import { ChoiceField } from "@/components/forms/choice-field";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { land } from "@/lib/landings/actions";
import type { LookingBack } from "@/lib/landings/queries";

type Props = {
  back: LookingBack;
  /** Of the post that the words become. */
  id: string;
  /** Exactly what the circle will see; empty where nothing is said. */
  words: string;
};

/** The last step: what the circle will read, what there is to look back on, and the choice. */
export function LandForm({ back: { circle, alias, lines }, id, words }: Props) {
  return (
    <>
      {words && (
        <Section title={`What ${circle.name} will see`}>
          <article
            aria-label={`What ${circle.name} will see`}
            className="grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-4 rounded-2xl border border-line px-5 py-5 sm:px-7 sm:py-6"
          >
            <Avatar alias={alias} />
            <div className="min-w-0">
              <p className="flex min-h-11 items-center">
                <Name className="font-semibold">{alias}</Name>
              </p>
              <Prose words={wordsToDraw(words)} />
            </div>
          </article>
          <p className="mt-3 text-muted text-sm">
            Exactly this, as it stands. It stays when you leave, under the alias you have here.
          </p>
          <p className="mt-1">
            <ButtonLink href={`/circles/${circle.id}/land`} variant="plain">
              Change the words
            </ButtonLink>
          </p>
        </Section>
      )}
      <Section title="Looking back">
        <ul className="grid gap-1.5 font-serif text-lg">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="mt-3 text-muted">Only you see this.</p>
      </Section>
      <Section title="And then">
        <Form action={land} label="Land" className="flex max-w-words flex-col gap-6">
          <HiddenField name="id" value={id} />
          <HiddenField name="circleId" value={circle.id} />
          {words && <HiddenField name="words" value={words} />}
          <ChoiceField
            name="afterwards"
            label="What would you like?"
            look="cards"
            required
            choices={[
              {
                value: "leave",
                label: "Leave my seat",
                hint: "Somebody else can have it. You come back whenever a seat is free, without an invitation.",
              },
              {
                value: "stay",
                label: "Stay for now",
                hint: "Nothing changes. Those who have landed are good company for those who have not.",
              },
            ]}
          />
          <CheckField
            name="shown"
            label="The circle may see that I landed"
            hint="Among those who landed from here, under your alias, if you leave."
          />
          <CheckField
            name="supports"
            label="I would like to be somebody's supporter"
            hint="The circle's people can read that beside your alias. Whoever would like it asks you themselves."
          />
          <SubmitButton className="self-start" pendingText="One moment">
            {words ? "Send it, and do so" : "Do so"}
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}
