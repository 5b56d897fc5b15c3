import type { ReactNode } from "react";

/** Another way to sign in is added once the address is known to be its member's. Until then, this says so. */
export function OnceConfirmed({ confirmed, children }: { confirmed: boolean; children: ReactNode }) {
  if (confirmed) return children;
  return <p className="max-w-words">This waits until your address is confirmed.</p>;
}
