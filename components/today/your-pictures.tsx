import { Picture } from "@/components/numbers/picture";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import { isFolded, type Picture as Name, pictureNames } from "@/lib/numbers/pictures";
import type { Drawn } from "@/lib/numbers/queries";

/** The pictures that somebody chose for their Today: folded on the phone, and what tells of setbacks everywhere. */
export function YourPictures({ pictures, drawn }: { pictures: Name[]; drawn: Drawn }) {
  if (pictures.length === 0) return null;
  return (
    <Section title="Your pictures">
      <div className="flex flex-col gap-6 print:grid print:grid-flow-row-dense print:grid-cols-2">
        {pictures.map((name) => (
          // What stays folded is not on paper, unless it was unfolded.
          <div
            key={name}
            className={`${name === "strength" ? "col-span-2" : "break-inside-avoid"} ${isFolded(name) ? "print:not-has-[[open]]:hidden" : ""}`}
          >
            {!isFolded(name) && (
              <p className="mb-2 break-after-avoid font-medium max-md:not-print:hidden">
                {pictureNames[name]}
              </p>
            )}
            <Fold summary={pictureNames[name]} {...(!isFolded(name) && { look: "phone" as const })}>
              <Picture name={name} drawn={drawn} />
            </Fold>
          </div>
        ))}
      </div>
    </Section>
  );
}
