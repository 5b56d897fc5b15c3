import type { Route } from "next";
import { TextLink } from "@/components/ui/link";

/** The way to a circle, after what is said of who can read something. */
export function ShareLink<T extends string>({ href }: { href: Route<T> }) {
  return (
    <span data-print="no">
      <TextLink href={href}>Share with a circle</TextLink>
    </span>
  );
}
