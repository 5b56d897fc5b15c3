import { Press } from "@/components/forms/press";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import { Section } from "@/components/ui/section";
import { takeOutOfJar } from "@/lib/jar/actions";
import type { JarCard } from "@/lib/jar/queries";

/** Everything in the jar, the newest first. There is no way out of it but deleting. */
export function JarList({ entries }: { entries: JarCard[] }) {
  return (
    <Section title="In the jar">
      <ul>
        {entries.map((entry) => (
          <li
            key={entry.id}
            id={entry.id}
            className="scroll-mt-6 border-line border-t py-5 first:border-t-0 first:pt-1"
          >
            <Prose words={wordsToDraw(entry.words)} />
            <p className="wrap-anywhere mt-1 text-muted text-sm">
              {entry.origin && (
                <>
                  <Name>{entry.origin}</Name>.{" "}
                </>
              )}
              {entry.said}
            </p>
            <div className="mt-2 flex">
              <Press
                action={takeOutOfJar}
                about={{ entryId: entry.id }}
                says="Delete"
                label={`Delete what is from ${entry.said}`}
              />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
