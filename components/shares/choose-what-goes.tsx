import { ChoiceField } from "@/components/forms/choice-field";
import type { FormDraft } from "@/components/forms/draft-keeper";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { WhichCircle } from "@/components/shares/which-circle";
import { WhichNames } from "@/components/shares/which-names";
import { WhichPieces } from "@/components/shares/which-pieces";
import { WordsForCircle } from "@/components/shares/words-for-circle";
import { type Day, sayDay } from "@/lib/dates";
import { needs, needWords } from "@/lib/posts/needs";
import type { SetbackView } from "@/lib/setbacks/queries";
import type { Start } from "@/lib/setbacks/schema";
import { chooseWhatGoes } from "@/lib/shares/actions";
import { maskFor } from "@/lib/shares/mask";
import type { SetbackSharing } from "@/lib/shares/queries";
import { facts as everyFact, type Fact } from "@/lib/shares/schema";

/**
 * The first of two steps: what a circle will see of a setback. Only its kind is ticked beforehand; the
 * words never are.
 */
export function ChooseWhatGoes({
  sharing: { setback, pieces, seats, hasCompanies, today },
  start,
  draft,
}: {
  sharing: Pick<SetbackSharing, "setback" | "pieces" | "seats" | "hasCompanies" | "today">;
  start: Start;
  draft: FormDraft;
}) {
  const first = (field: string) => start[field]?.[0] ?? "";
  return (
    <Form
      action={chooseWhatGoes}
      label="What goes to the circle"
      className="mt-7 flex flex-col gap-7"
      draft={draft}
    >
      <HiddenField name="setbackId" value={setback.id} />
      <WhichCircle seats={seats} start={first("circleId")} />
      <ChoiceField
        several
        name="fact"
        label="What goes along"
        look="cards"
        defaultValue={start.fact}
        choices={factsOf(setback, today)}
      />
      {pieces.length > 0 && <WhichPieces label="What became of it" pieces={pieces} start={start.piece} />}
      {setback.company && (
        <ChoiceField
          name="employer"
          label="The employer"
          hint={sayMasked(maskFor(setback.company, setback.industry), maskFor(null, null))}
          defaultValue={first("employer") || "no"}
          choices={[
            { value: "no", label: "Leave it out" },
            { value: "masked", label: "Without its name" },
            { value: "named", label: `By its name: ${setback.company}` },
          ]}
        />
      )}
      {hasCompanies && <WhichNames of="your other setbacks" start={start.names} />}
      <WordsForCircle words={first("words")} wordsToo={first("wordsToo") !== ""} />
      <ChoiceField
        name="need"
        label="What I need"
        defaultValue={first("need")}
        choices={needs.map((need) => ({ value: need, label: needWords[need].asked }))}
      />
      <SubmitButton pendingText="Making the preview" className="sm:self-start">
        See what they will see
      </SubmitButton>
    </Form>
  );
}

const sayMasked = (mask: string, bare: string): string =>
  `Without its name it reads “${mask}”${mask === bare ? "." : `, or “${bare}” when the industry stays here.`}`;

function factsOf(setback: SetbackView, today: Day): { value: Fact; label: string }[] {
  const { kind, title, role, industry, stage, source, day, feelings } = setback;
  const facts: Record<Fact, string | null> = {
    kind: kind && title,
    role: role && `Role: ${role}`,
    industry: industry && `Industry: ${industry}`,
    stage: stage && `How far it had come: ${stage}`,
    source: source && `Found through: ${source}`,
    day: `Day: ${sayDay(day, today)}`,
    feelings:
      feelings.length > 0
        ? `Feelings: ${feelings.map(({ word, strength }) => `${word} ${strength}`).join(", ")}`
        : null,
  };
  return everyFact.flatMap((value) => {
    const label = facts[value];
    return label ? [{ value, label }] : [];
  });
}
