import { Link } from "@/components/ui/link";
import type { CircleView } from "@/lib/circles/queries";

const place = "inline-flex min-h-11 items-center text-muted text-sm hover:text-ink";

/** Where else a circle's page leads: what was agreed, whose turn it is, who is whose buddy, looking after it, how it is doing, taking a break, leaving. */
export function CircleFoot({ circle }: { circle: Pick<CircleView, "id" | "canLookAfter"> }) {
  return (
    <nav aria-label="About this circle" className="mt-14 border-line border-t pt-3" data-print="no">
      <ul className="flex flex-wrap gap-x-6">
        <li>
          <Link href={`/circles/${circle.id}/agreements`} className={place}>
            What we agreed
          </Link>
        </li>
        <li>
          <Link href={`/circles/${circle.id}/roles`} className={place}>
            Turns
          </Link>
        </li>
        <li>
          <Link href={`/circles/${circle.id}/buddies`} className={place}>
            Your buddy
          </Link>
        </li>
        {circle.canLookAfter && (
          <li>
            <Link href={`/circles/${circle.id}/care`} className={place}>
              Look after this circle
            </Link>
          </li>
        )}
        <li>
          <Link href={`/circles/${circle.id}/health`} className={place}>
            How we are doing
          </Link>
        </li>
        <li>
          <Link href={`/circles/${circle.id}/pause`} className={place}>
            Take a break
          </Link>
        </li>
        <li>
          <Link href="/worried" className={place}>
            Worried about someone?
          </Link>
        </li>
        <li>
          <Link href={`/circles/${circle.id}/leave`} className={place}>
            Leave this circle
          </Link>
        </li>
      </ul>
    </nav>
  );
}
