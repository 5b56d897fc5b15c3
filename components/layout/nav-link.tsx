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
  className = "",
}: {
  href: Route;
  label: string;
  icon: IconName;
  /** Other places that are reached from here. */
  also?: string[];
  className?: string;
}) {
  const path = usePathname();
  const here = [href, ...also].some((place) => path === place || path.startsWith(`${place}/`));
  return (
    <Link href={href} aria-current={here ? "page" : undefined} className={`gentle place ${className}`}>
      <Icon name={icon} />
      {label}
    </Link>
  );
}
