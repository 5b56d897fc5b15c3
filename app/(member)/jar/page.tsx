import { Deleted } from "@/components/forms/deleted";
import { JarList } from "@/components/jar/jar-list";
import { KeepInJar } from "@/components/jar/keep-in-jar";
import { page } from "@/components/layout/page";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { findKeptWords } from "@/lib/drafts/queries";
import { freshId } from "@/lib/ids";
import { putBackInJar } from "@/lib/jar/actions";
import { findTakenOut, listJar } from "@/lib/jar/queries";
import { read } from "@/lib/viewer";

export default page("Evidence jar", async ({ searchParams }: PageProps<"/jar">) => {
  const { deleted } = await searchParams;
  const { entries, draft, gone, today } = await read(async (viewer) => ({
    entries: await listJar(viewer),
    draft: await findKeptWords(viewer, "jar"),
    gone: deleted ? await findTakenOut(viewer, deleted) : null,
    today: viewer.today,
  }));
  return (
    <>
      <PageHeader
        title="Evidence jar"
        sub="Praise and proof, kept for bad days. Only you can read it, and it can never be shared: there is no button for that anywhere."
        back={{ href: "/setbacks", label: "Setbacks" }}
      />
      {gone && (
        <Deleted undo={putBackInJar} about={{ entryId: gone.id }} label="Undo deleting this from the jar" />
      )}
      {entries.length > 0 ? (
        <>
          <p className="mt-6">
            <a href="#keep" className="link inline-flex min-h-11 items-center">
              {draft ? "Go on with what you began" : "Put something in"}
            </a>
          </p>
          <JarList entries={entries} />
        </>
      ) : (
        <div className="mt-9">
          <EmptyState title="Nothing in it yet">
            A kind line in a mail counts, and so does something that you fixed and nobody saw.
          </EmptyState>
        </div>
      )}
      <div id="keep" className="scroll-mt-6">
        <Section title="Put something in">
          <KeepInJar id={freshId()} today={today} draft={draft} />
        </Section>
      </div>
    </>
  );
});
