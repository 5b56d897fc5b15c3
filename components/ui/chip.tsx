import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** A word or two about something: a feeling with its strength, what an author needs. */
export function Chip({
  children,
  icon,
  tone = "soft",
}: {
  children: ReactNode;
  icon?: IconName;
  tone?: "soft" | "line";
}) {
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 text-sm ${tones[tone]}`}>
      {icon && <Icon name={icon} className="size-4!" />}
      {children}
    </span>
  );
}

const tones = {
  soft: "bg-card text-muted",
  line: "border border-line text-muted",
};
