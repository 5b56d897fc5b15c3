import type { Route } from "next";
import NextLink, { type LinkProps as NextLinkProps } from "next/link";

export type LinkProps<T extends string> = Omit<NextLinkProps<T>, "href" | "prefetch"> & { href: Route<T> };

/** A link within Onward. It fetches nothing before it is followed: a list of links is not a storm of requests. */
export function Link<T extends string>({ href, ...rest }: LinkProps<T>) {
  return <NextLink href={href as Route} prefetch={false} {...rest} />;
}

/** A link within a sentence. */
export function TextLink<T extends string>({ className = "", ...rest }: LinkProps<T>) {
  return <Link className={`link ${className}`} {...rest} />;
}
