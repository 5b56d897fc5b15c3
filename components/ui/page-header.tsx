import type { Route } from "next";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Link } from "./link";

/** The page's one h1, the line under it, and the way back. */
export function PageHeader<T extends string>({
  title,
  sub,
  back,
}: {
  title: ReactNode;
  sub?: ReactNode;
  back?: { href: Route<T>; label: string };
}) {
  return (
    <header className="mb-8">
      {back && (
        <Link
          href={back.href}
          className="-ml-1 mb-1 inline-flex min-h-11 items-center gap-1.5 pr-3 text-muted text-sm hover:text-ink"
          data-print="no"
        >
          <Icon name="arrow-left" className="size-4.5!" />
          {back.label}
        </Link>
      )}
      <h1 className="wrap-anywhere font-medium font-serif text-3xl tracking-[-0.015em] md:text-4xl">
        {typeof title === "string" ? unbroken(title) : title}
      </h1>
      {sub && <div className="mt-1.5 max-w-words text-muted">{sub}</div>}
    </header>
  );
}

/** A title in which "e-mail" stays on one line. */
const unbroken = (title: string): ReactNode =>
  title.split(/(e-mail)/).map((part) =>
    part === "e-mail" ? (
      <span key={part} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
