import type { ReactNode } from "react";

/** A quiet surface for the one thing that matters here. With a `label` it is a region of its own. */
export function Card({
  children,
  label,
  tone = "card",
  className = "",
}: {
  children: ReactNode;
  label?: string;
  /** `line` is outlined. */
  tone?: "card" | "line";
  className?: string;
}) {
  const look = `${tones[tone]} rounded-2xl px-5 py-5 sm:px-7 sm:py-6 ${className}`;
  return label ? (
    <section aria-label={label} className={look}>
      {children}
    </section>
  ) : (
    <div className={look}>{children}</div>
  );
}

const tones = { card: "bg-card", line: "border border-line" };
