import { Link } from "@/components/ui/link";
import type { WishCard } from "@/lib/wishes/queries";
import { type Screen, sayScreen } from "@/lib/wishes/rules";

/** What the member pictured, the newest first: each leads on to where it was left, or to the whole of it. */
export function WishList({ wishes }: { wishes: WishCard[] }) {
  return (
    <ul className="mt-6">
      {wishes.map((wish) => (
        <li key={wish.id} className="border-line border-t py-3 first:border-t-0">
          <Link href={`/wishes/${wish.id}`} className="group inline-block max-w-full py-1">
            <span dir="auto" className="link wrap-anywhere font-serif text-lg group-hover:text-sage">
              {wish.wish}
            </span>
          </Link>
          <p className="text-muted text-sm">{wish.next ? sayNext(wish.next) : "Pictured, with a plan."}</p>
        </li>
      ))}
    </ul>
  );
}

const sayNext = (screen: Screen): string => `It goes on with ${sayScreen(screen)}, whenever you like.`;
