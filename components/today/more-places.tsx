import { TextLink } from "@/components/ui/link";

/** From Today to the week ahead, to all pictures, and to where Today is arranged. */
export function MorePlaces() {
  return (
    <p className="mt-9 flex flex-wrap gap-x-6 text-muted text-sm" data-print="no">
      <TextLink href="/week" className="inline-flex min-h-11 items-center">
        Your week
      </TextLink>
      <TextLink href="/numbers" className="inline-flex min-h-11 items-center">
        Your numbers
      </TextLink>
      <TextLink href="/today/arrange" className="inline-flex min-h-11 items-center">
        Arrange Today
      </TextLink>
    </p>
  );
}
