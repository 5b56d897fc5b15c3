import type { Route } from "next";
import { ChoiceLinks } from "@/components/feedback/choice-links";
import { type Artefact, artefacts, artefactWords, type From, froms, fromWords } from "@/lib/feedback/schema";
import type { Preset } from "@/lib/templates/presets";
import type { OwnTemplate } from "@/lib/templates/queries";

type Props = {
  artefact: Artefact | null;
  askedOf: From | null;
  setbackId: string | null;
  /** The letters for both, and the one that is chosen. */
  offered: Preset[];
  own: OwnTemplate[];
  chosen: string | null;
};

/** What it is about, whom to ask, and the letter to begin with. */
export function ChooseLetter({ artefact, askedOf, setbackId, offered, own, chosen }: Props) {
  const hrefTo = (asked: Record<"artefact" | "of" | "letter", string | null>) => {
    const all = Object.entries({ ...asked, setback: setbackId });
    const query = new URLSearchParams(all.flatMap(([name, value]) => (value ? [[name, value]] : [])));
    return `/feedback/new?${query}` as Route;
  };
  return (
    <>
      <ChoiceLinks
        label="What would you like feedback on?"
        choices={artefacts.map((each) => ({
          key: each,
          says: artefactWords[each].choice,
          href: hrefTo({ artefact: each, of: askedOf, letter: null }),
          chosen: each === artefact,
        }))}
      />
      <ChoiceLinks
        label="Whom would you like to ask?"
        choices={froms.map((each) => ({
          key: each,
          says: fromWords[each].choice,
          href: hrefTo({ artefact, of: each, letter: null }),
          chosen: each === askedOf,
        }))}
      />
      {offered.length + own.length > 1 && (
        <ChoiceLinks
          label="Which letter would you like to begin with?"
          choices={[
            ...offered.map(({ name, title }) => ({ key: name, says: title })),
            ...own.map(({ id, subject }) => ({ key: id, says: `Your own: ${subject}` })),
          ].map(({ key, says }) => ({
            key,
            says,
            href: hrefTo({ artefact, of: askedOf, letter: key }),
            chosen: key === chosen,
          }))}
        />
      )}
    </>
  );
}
