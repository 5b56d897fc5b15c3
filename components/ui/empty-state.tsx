import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** Nothing here yet, said kindly, with one thing to do. */
export function EmptyState({
  title,
  children,
  icon,
  action,
}: {
  title: string;
  children?: ReactNode;
  icon?: IconName;
  /** One `ButtonLink` or one form. */
  action?: ReactNode;
}) {
  return (
    <div className="rounded-2xl border border-line px-6 py-9 sm:px-9">
      {icon && <Icon name={icon} className="mb-3 size-7! text-sage" />}
      <p className="font-medium font-serif text-xl">{title}</p>
      {children && <div className="mt-1.5 max-w-words text-muted">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
