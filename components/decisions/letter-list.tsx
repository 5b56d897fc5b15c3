import { titleOf } from "@/components/decisions/letter-words";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { LetterLine } from "@/lib/decisions/queries";

export function LetterList({ letters }: { letters: LetterLine[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {letters.map((letter) => (
        <li key={letter.id}>
          <Link href={`/decisions/${letter.id}`} className="group block min-h-14 px-1 py-3.5">
            <span className="block font-medium group-hover:text-sage">{titleOf(letter)}</span>
            <span className="block text-muted text-sm">
              <Time moment={letter.made} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
