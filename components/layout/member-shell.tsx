"use client";
import type { ReactNode } from "react";
import { Heard } from "@/components/forms/heard";
import { Link } from "@/components/ui/link";
import { LogASetback } from "./log-a-setback";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { places } from "./places";
import { LeaveByEscape, QuickExit } from "./quick-exit";
import { Shortcuts } from "./shortcuts";
import { SkipLink } from "./skip-link";

/**
 * What surrounds every member's page: places on the left, or under the thumb. It knows nothing of the member.
 * The browser keeps it: sent along with each page, it would weigh as much as the page.
 */
export function MemberShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <div className="mx-auto max-w-app lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
        <header
          className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-line border-r px-5 py-8 lg:flex"
          data-print="no"
        >
          <Link href="/today" className="mx-3 mb-6 inline-flex min-h-11 items-center self-start">
            <Mark />
          </Link>
          <nav aria-label="Main" className="flex flex-col gap-1">
            {places.map((place) => (
              <NavLink key={place.href} {...place} look="side" />
            ))}
            <NavLink href="/wins" label="Wins" icon="sparkles" look="side" />
            <LogASetback look="side" />
          </nav>
          <nav aria-label="Help and settings" className="mt-auto pt-8">
            <NavLink href="/help-now" label="Need help now?" icon="life-buoy" look="foot" />
            <NavLink href="/settings" label="Settings" icon="settings" look="foot" />
            <QuickExit className="flex min-h-11 items-center gap-3 rounded-lg px-3 text-muted text-sm hover:text-ink" />
          </nav>
        </header>

        <div className="min-w-0">
          <nav
            aria-label="Help"
            className="flex flex-wrap items-center justify-between gap-x-4 px-5 pt-1.5 text-muted text-sm sm:px-8 lg:hidden"
            data-print="no"
          >
            <Link href="/help-now" className={slim}>
              <span className="link">Need help now?</span>
            </Link>
            <QuickExit className={slim} />
          </nav>
          <main
            id="main"
            tabIndex={-1}
            className="max-w-[56.25rem] px-5 pt-4 pb-44 outline-none sm:px-8 lg:px-14 lg:pt-14 lg:pb-20"
          >
            {children}
            <LogASetback look="foot" />
          </main>
        </div>
      </div>

      <nav
        aria-label="Main"
        data-print="no"
        className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-line border-t bg-paper px-1 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden"
      >
        <LogASetback look="thumb" />
        {places.map((place) => (
          <NavLink key={place.href} {...place} look="bar" />
        ))}
        <NavLink href="/more" label="More" icon="menu" also={["/wins", "/settings"]} look="bar" />
      </nav>
      <Heard />
      <LeaveByEscape />
      <Shortcuts />
    </>
  );
}

const slim = "inline-flex min-h-11 items-center gap-2 hover:text-ink";
