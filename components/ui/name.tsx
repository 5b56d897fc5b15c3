import type { ReactNode } from "react";

/** What somebody is called, amid other words. In whatever script it is, it does not turn what stands around it. */
export function Name({ children, className }: { children: ReactNode; className?: string }) {
  return <bdi className={className}>{children}</bdi>;
}
