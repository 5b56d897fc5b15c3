import type { ComponentProps, ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { Link, type LinkProps } from "./link";

export type ButtonLook = {
  /** `primary`: the one thing to do here. `quiet`: outlined. `plain`: words only. */
  variant?: "primary" | "quiet" | "plain" | undefined;
  size?: "normal" | "large" | undefined;
  icon?: IconName | undefined;
  /** As wide as what holds it. */
  wide?: boolean | undefined;
};

/** The classes of a button (app/globals.css), for the rare element that is neither a button nor a link of ours. */
export const buttonClass = (
  { variant = "quiet", size = "normal", wide }: ButtonLook,
  className?: string | undefined,
): string =>
  ["gentle button", variant !== "quiet" && variant, size === "large" && "large", wide && "w-full", className]
    .filter(Boolean)
    .join(" ");

type Words = { children: ReactNode };

export function Button({
  variant,
  size,
  icon,
  wide,
  className,
  children,
  type = "button",
  ...rest
}: ButtonLook & Words & ComponentProps<"button">) {
  return (
    <button type={type} className={buttonClass({ variant, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. What does something is a `Button` in a `Form`. */
export function ButtonLink<T extends string>({
  variant,
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: ButtonLook & Words & LinkProps<T>) {
  return (
    <Link className={buttonClass({ variant, size, wide }, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
