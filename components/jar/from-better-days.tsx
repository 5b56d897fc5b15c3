import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/link";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Name } from "@/components/ui/name";
import { Prose } from "@/components/ui/prose";
import type { JarCard } from "@/lib/jar/queries";

/** One thing from the evidence jar, for a bad day. Nothing where there is none: nobody is asked to keep one. */
export function FromBetterDays({ entry }: { entry: JarCard | null }) {
  if (!entry) return null;
  return (
    <Card label="From better days">
      <p className="text-muted text-sm">From better days. You kept this for a day like today.</p>
      <Prose words={wordsToDraw(entry.words)} className="mt-2" />
      <p className="wrap-anywhere mt-2 text-muted text-sm">
        {entry.origin && (
          <>
            <Name>{entry.origin}</Name>.{" "}
          </>
        )}
        {entry.said}. <TextLink href="/jar">Your evidence jar</TextLink>
      </p>
    </Card>
  );
}
