import { z } from "zod";
import { BeginLetter } from "@/components/feedback/begin-letter";
import { ChooseLetter } from "@/components/feedback/choose-letter";
import { Deleted } from "@/components/forms/deleted";
import { page } from "@/components/layout/page";
import { DeleteTemplate } from "@/components/templates/delete-template";
import { PageHeader } from "@/components/ui/page-header";
import { findKeptWords } from "@/lib/drafts/queries";
import { findSetbackToAskAbout } from "@/lib/feedback/queries";
import { likelyArtefact } from "@/lib/feedback/rules";
import { artefacts, beginDraftKey, froms } from "@/lib/feedback/schema";
import { freshId } from "@/lib/ids";
import { bringTemplateBack } from "@/lib/templates/actions";
import { presetsFor } from "@/lib/templates/presets";
import { findDeletedTemplate, listTemplates } from "@/lib/templates/queries";
import { read } from "@/lib/viewer";

export default page("Ask for feedback", async ({ searchParams }: PageProps<"/feedback/new">) => {
  const asked = await searchParams;
  const { setback, draft, kept, gone } = await read(async (viewer) => {
    const setback = await findSetbackToAskAbout(viewer, asked.setback);
    return {
      setback,
      draft: await findKeptWords(viewer, beginDraftKey(setback?.id ?? null)),
      kept: await listTemplates(viewer),
      gone: asked.deleted ? await findDeletedTemplate(viewer, asked.deleted) : null,
    };
  });
  const artefact = z.enum(artefacts).safeParse(asked.artefact).data ?? likelyArtefact(setback);
  const askedOf = z.enum(froms).safeParse(asked.of).data ?? (setback && "employer");
  const both = artefact && askedOf ? { artefact, askedOf } : null;
  const offered = both ? presetsFor(both.artefact, both.askedOf, setback) : [];
  const own = kept.filter((one) => one.artefact === artefact && one.askedOf === askedOf);
  const letters = [...offered.map((one) => ({ key: one.name, ...one })), ...own.map(keyed)];
  const chosen = letters.find(({ key }) => key === asked.letter) ?? letters[0];
  const isOwn = own.some(({ id }) => id === chosen?.key);
  const setbackId = setback?.id ?? null;
  return (
    <>
      <PageHeader
        title="Ask for feedback"
        sub="A short letter that you send yourself. Asking is the whole of it, whatever comes back. You can leave this for another day."
        back={
          setback
            ? { href: `/setbacks/${setback.id}`, label: "Back to the setback" }
            : { href: "/feedback", label: "Feedback" }
        }
      />
      {gone && (
        <Deleted
          undo={bringTemplateBack}
          about={{ templateId: gone.id }}
          label="Undo deleting your own letter"
        >
          Letters that you drafted from it stay.
        </Deleted>
      )}
      <ChooseLetter
        artefact={artefact}
        askedOf={askedOf}
        setbackId={setbackId}
        offered={offered}
        own={own}
        chosen={chosen?.key ?? null}
      />
      {both && chosen && (
        <BeginLetter
          key={chosen.key}
          id={freshId()}
          about={{ ...both, setbackId }}
          template={chosen}
          values={setback?.known ?? {}}
          draft={{ key: beginDraftKey(setbackId), ...draft }}
        />
      )}
      {isOwn && chosen && (
        <div className="mt-8">
          <DeleteTemplate templateId={chosen.key} />
        </div>
      )}
    </>
  );
});

const keyed = <One extends { id: string }>(one: One) => ({ key: one.id, ...one });
