import { page } from "@/components/layout/page";
import { LinkList } from "@/components/supporters/link-list";
import { NoteList } from "@/components/supporters/note-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listNotes } from "@/lib/supporter-notes/queries";
import { listLinks } from "@/lib/supporters/queries";
import { read } from "@/lib/viewer";

export default page("Supporters", async () => {
  const { links, notes } = await read(async (viewer) => ({
    links: await listLinks(viewer),
    notes: await listNotes(viewer),
  }));
  const live = links.filter(({ state }) => state === "lives");
  const past = links.filter(({ state }) => state !== "lives");
  const make = (
    <ButtonLink href="/supporters/new" variant="primary" icon="link">
      Make a link
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Supporters"
        sub="A friend, a relative, a coach: somebody whom you let see a few chosen things, for a while. They need no account, and see nothing else."
      />
      {live.length === 0 ? (
        <div className="mt-8">
          <EmptyState title="Nobody sees anything of yours" icon="eye" action={make}>
            You choose each thing, look at it as they will, and send them a link. It ends by itself, or when
            you end it.
          </EmptyState>
        </div>
      ) : (
        <>
          <div className="mt-6">{make}</div>
          <Section title="Links that live">
            <LinkList links={live} />
          </Section>
        </>
      )}
      {notes.length > 0 && (
        <Section title="Notes for you">
          <NoteList notes={notes} />
        </Section>
      )}
      {past.length > 0 && (
        <div className="mt-11">
          <Fold summary="Links that are over" toRead>
            <LinkList links={past} />
          </Fold>
        </div>
      )}
    </>
  );
});
