import { notFound } from "next/navigation";
import { AppealForm } from "@/components/decisions/appeal-form";
import { sayWhatFollows, titleOf } from "@/components/decisions/letter-words";
import { Press } from "@/components/forms/press";
import { page } from "@/components/layout/page";
import { draftOf } from "@/components/posts/draft-of";
import { Card } from "@/components/ui/card";
import { wordsToDraw } from "@/components/ui/linked-words";
import { PageHeader } from "@/components/ui/page-header";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { appealDraftKey } from "@/lib/appeals/schema";
import { haveRead } from "@/lib/decisions/actions";
import { findLetter } from "@/lib/decisions/queries";
import { findDraft } from "@/lib/drafts/queries";
import { read } from "@/lib/viewer";

export default page(
  "A letter from the moderators",
  async ({ params }: PageProps<"/decisions/[letterId]">) => {
    const { letterId } = await params;
    const key = appealDraftKey(letterId);
    const { letter, draft } = await read(
      async (viewer) => ({
        letter: (await findLetter(viewer, letterId)) ?? notFound(),
        draft: (await findDraft(viewer, key)) ?? undefined,
      }),
      { whileSuspended: true },
    );
    return (
      <>
        <PageHeader
          title={titleOf(letter)}
          sub={<Time moment={letter.made} />}
          back={{ href: "/decisions", label: "From the moderators" }}
        />
        <p className="max-w-words">{sayWhatFollows(letter)}</p>
        <Card className="mt-6" label="In their words">
          <Prose words={wordsToDraw(letter.words)} />
        </Card>
        {letter.isUnread && (
          <div className="mt-6 flex">
            <Press
              action={haveRead}
              about={{ letterId: letter.id }}
              says="I have read it"
              label="I have read this letter"
            />
          </div>
        )}
        {letter.appealed && (
          <p className="mt-6 text-muted">You asked another moderator. Their answer comes as a letter, too.</p>
        )}
        {letter.canAppeal && (
          <Section title="If you see it differently">
            <p className="mb-4 max-w-words">You can ask until {letter.appealUntil}.</p>
            <AppealForm letterId={letter.id} draft={draftOf(key, draft)} />
          </Section>
        )}
      </>
    );
  },
);
