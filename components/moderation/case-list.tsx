import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";

type Line = { reportId: string; says: string; made: { said: string; exact: string; iso: string } };

export function CaseList({ lines }: { lines: Line[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {lines.map(({ reportId, says, made }) => (
        <li key={reportId}>
          <Link href={`/moderation/${reportId}`} className="group block min-h-14 px-1 py-3.5">
            <span className="block font-medium group-hover:text-sage">{says}</span>
            <span className="block text-muted text-sm">
              <Time moment={made} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
