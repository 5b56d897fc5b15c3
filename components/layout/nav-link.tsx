"use client";
import type { Route } from "next";
import { usePathname } from "next/navigation";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

/** A place in the navigation, which says when one is there. */
export function NavLink({
  href,
  label,
  icon,
  also = [],
  look,
}: {
  href: Route;
  label: string;
  icon: IconName;
  /** Other places that are reached from here. */
  also?: string[];
  look: "side" | "bar" | "foot";
}) {
  const path = usePathname();
  const here = [href, ...also].some((place) => path === place || path.startsWith(`${place}/`));
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={`gentle ${looks[look]}`}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}

const looks = {
  side: "flex min-h-12 items-center gap-3 rounded-lg px-3 py-2 font-medium text-muted hover:text-ink aria-[current]:bg-card aria-[current]:text-ink",
  bar: "grid min-h-13 min-w-0 content-center justify-items-center gap-0.5 text-[0.8125rem] text-muted leading-5 aria-[current]:font-semibold aria-[current]:text-sage",
  foot: "flex min-h-11 items-center gap-3 rounded-lg px-3 text-muted text-sm hover:text-ink aria-[current]:bg-card aria-[current]:text-ink",
};
