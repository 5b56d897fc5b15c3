import { Picture } from "@/components/numbers/picture";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { type Picture as Name, pictureNames } from "@/lib/numbers/pictures";
import type { Drawn } from "@/lib/numbers/queries";

/** A picture under its name. What tells of setbacks is folded or not drawn, and then nothing of it is on paper. */
export function PictureSection({ name, drawn, isDrawn }: { name: Name; drawn: Drawn; isDrawn: boolean }) {
  const title = pictureNames[name];
  if (!isDrawn) {
    return (
      <div data-print="no">
        <Section title={title} id={name}>
          <p className="max-w-words text-muted">
            Not drawn unless you like: how strong the feelings were that you noted with setbacks.{" "}
            <TextLink href="/numbers?feelings=1#feelings">Draw them</TextLink>
          </p>
        </Section>
      </div>
    );
  }
  if (name === "stages") {
    return (
      <div className="print:not-has-[[open]]:hidden">
        <Section title={title} id={name}>
          <Fold summary="Unfold it when you like">
            <Picture name={name} drawn={drawn} />
          </Fold>
        </Section>
      </div>
    );
  }
  return (
    // Of goals there may be many.
    <div className={name === "strength" ? "col-span-2" : ""}>
      <Section title={title} id={name}>
        <Picture name={name} drawn={drawn} />
      </Section>
    </div>
  );
}
