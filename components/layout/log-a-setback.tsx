"use client";
import { usePathname } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

const WHERE = "/setbacks/new";

/** Where something is written or decided, nothing floats over its buttons: there it rests below the page. */
const RESTS =
  /^\/(settings|practice|jar|patterns|decisions|report|moderation|supporters)(\/|$)|^\/circles\/find|^\/(feedback|plans|experiments|learning)\/.|^\/setbacks\/[^/]+\/.|\/care(\/|$)|\/(share|edit|new|leave|agreements|check-in|land|pause|term|merge)$|\/(replies|meetings?)(\/|$)/;

/** Always one tap away: in the navigation, and on the phone within reach of a thumb or at the end of the page. */
export function LogASetback({ look }: { look: "side" | "thumb" | "foot" }) {
  const path = usePathname();
  if (look === "side") {
    return (
      <Link
        href={WHERE}
        className={buttonClass({ variant: "primary", wide: true }, "mt-5 rounded-lg! py-3! max-lg:hidden")}
      >
        Log a setback
      </Link>
    );
  }
  // Where one is being written, there is no need of it.
  if (path === WHERE || RESTS.test(path) !== (look === "foot")) return null;
  return look === "foot" ? (
    <p data-print="no" className="mt-16 lg:hidden">
      <Link href={WHERE} className={buttonClass({ size: "large" })}>
        <Icon name="notebook-pen" />
        Log a setback
      </Link>
    </p>
  ) : (
    <Link
      href={WHERE}
      data-print="no"
      className={`${buttonClass({ variant: "primary", size: "large" })} fixed right-5 bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-20 ring-4 ring-paper lg:hidden`}
    >
      <Icon name="notebook-pen" />
      Log a setback
    </Link>
  );
}
