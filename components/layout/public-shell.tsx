import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Mark } from "./mark";
import { LeaveByEscape, QuickExit } from "./quick-exit";
import { SkipLink } from "./skip-link";

/** What surrounds the pages that are open to everybody. `inside`: this browser belongs to a member. */
export function PublicShell({ children, inside }: { children: ReactNode; inside: boolean }) {
  return (
    <div className="mx-auto flex min-h-dvh max-w-[70rem] flex-col px-5 sm:px-8">
      <SkipLink />
      <header
        className="flex flex-wrap items-center gap-x-2 pt-3 md:flex-nowrap md:gap-x-5 md:pt-5"
        data-print="no"
      >
        <Link href="/" className="inline-flex min-h-11 items-center md:mr-auto">
          <Mark />
        </Link>
        <nav aria-label="Account" className="ml-auto flex items-center gap-4 md:order-3 md:ml-0">
          {inside ? (
            <Link href="/today" className={buttonClass({})}>
              Back to Today
            </Link>
          ) : (
            <>
              <Link href="/sign-in" className={buttonClass({ variant: "plain" })}>
                Sign in
              </Link>
              <Link href="/join" className={buttonClass({})}>
                Join
              </Link>
            </>
          )}
        </nav>
        <nav
          aria-label="Help"
          className="flex w-full items-center justify-between gap-x-5 text-muted text-sm md:order-2 md:w-auto"
        >
          <Link href="/help-now" className={slim}>
            <Icon name="life-buoy" />
            Need help now?
          </Link>
          <QuickExit className={slim} />
        </nav>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="w-full max-w-[38rem] flex-1 pt-8 pb-16 outline-none has-[>[data-wide]]:max-w-none md:pt-14"
      >
        {children}
      </main>
      <footer
        className="flex flex-wrap items-center gap-x-6 border-line border-t py-4 text-muted text-sm"
        data-print="no"
      >
        <span className="mr-auto py-2.5">Onward is free software, hosted by whoever runs this place.</span>
        <Link href="/privacy" className={slim}>
          <span className="link">Privacy</span>
        </Link>
        <Link href="/help-now" className={slim}>
          <span className="link">Need help now?</span>
        </Link>
      </footer>
      <LeaveByEscape />
    </div>
  );
}

const slim = "inline-flex min-h-11 items-center gap-2 hover:text-ink";
