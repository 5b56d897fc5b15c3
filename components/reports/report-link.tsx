import { TextLink } from "@/components/ui/link";
import type { Reportable } from "@/lib/reports/schema";

type Props = {
  about: Reportable;
  circleId: string;
  thing: string;
  /** What is reported, for whoever hears the page: "Wren's check-in". */
  of: string;
  /** Whether whoever it is about can be blocked along with it. */
  mayBlock?: boolean;
};

/** Leads to where something is reported, from beside it. */
export function ReportLink({ about, circleId, thing, of, mayBlock = false }: Props) {
  const says = mayBlock ? "Report or block" : "Report";
  return (
    <TextLink
      href={`/report/${about}/${circleId}/${thing}`}
      aria-label={`${says}: ${of}`}
      className="inline-flex min-h-11 items-center text-muted text-sm"
    >
      {says}
    </TextLink>
  );
}
