import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** One calm thing to know. `care` for what needs a look; never for a rejection. */
export function Notice({
  children,
  title,
  tone = "calm",
  icon,
  action,
  live = false,
}: {
  children?: ReactNode;
  title?: string;
  tone?: "calm" | "care";
  icon?: IconName;
  /** A link or a form with one button, e.g. Undo. */
  action?: ReactNode;
  /** Read out when it appears without the page being loaded. */
  live?: boolean;
}) {
  return (
    <div
      {...(live && { role: "status" })}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-2xl px-5 py-3.5 ${tones[tone]}`}
    >
      {icon && <Icon name={icon} className={tone === "care" ? "text-clay" : "text-sage"} />}
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "text-muted" : ""}>{children}</div>}
      </div>
      {action}
    </div>
  );
}

const tones = { calm: "bg-card", care: "bg-clay-soft" };
