"use client";
import type { ReactNode } from "react";
import { Heard } from "@/components/forms/heard";
import { Link } from "@/components/ui/link";
import { KeepFocus } from "./keep-focus";
import { LogASetback } from "./log-a-setback";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { onlyInMore, places } from "./places";
import { LeaveByEscape, QuickExit } from "./quick-exit";
import { Shortcuts } from "./shortcuts";
import { SkipLink } from "./skip-link";

/**
 * What surrounds every member's page: places on the left, or under the thumb; one list of them for both. It knows
 * nothing of the member.
 * The browser keeps it: sent along with each page, it would weigh as much as the page.
 */
export function MemberShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <div className="mx-auto max-w-app lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] print:block">
        <header
          className="lg:sticky lg:top-0 lg:flex lg:h-dvh lg:flex-col lg:overflow-y-auto lg:border-line lg:border-r lg:px-5 lg:py-8"
          data-print="no"
        >
          <Link href="/today" className="mx-3 mb-6 hidden min-h-11 items-center self-start lg:inline-flex">
            <Mark />
          </Link>
          <nav
            aria-label="Main"
            className="gap-1 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:grid max-lg:grid-cols-5 max-lg:gap-0 max-lg:border-line max-lg:border-t max-lg:bg-paper max-lg:px-1 max-lg:pt-2 max-lg:pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:flex lg:flex-col"
          >
            {places.map((place) => (
              <NavLink key={place.href} {...place} />
            ))}
            <NavLink href="/wins" label="Wins" icon="sparkles" className="max-lg:hidden" />
            <NavLink href="/supporters" label="Supporters" icon="eye" className="max-lg:hidden" />
            <NavLink href="/more" label="More" icon="menu" also={onlyInMore} className="lg:hidden" />
            <LogASetback look="thumb" />
            <LogASetback look="side" />
          </nav>
          <nav aria-label="Help and settings" className="mt-auto pt-8 max-lg:hidden">
            <NavLink href="/help-now" label="Need help now?" icon="life-buoy" className="small" />
            <NavLink href="/settings" label="Settings" icon="settings" className="small" />
            <QuickExit className="place small" />
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

      <Heard />
      <KeepFocus />
      <LeaveByEscape />
      <Shortcuts />
    </>
  );
}

const slim = "inline-flex min-h-11 items-center gap-2 hover:text-ink";
