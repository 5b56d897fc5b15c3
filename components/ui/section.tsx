import { type ReactNode, useId } from "react";

/** A part of a page, under a small heading that names it. */
export function Section({
  title,
  id,
  children,
}: {
  title: string;
  /** Where a link can lead to. */
  id?: string;
  children: ReactNode;
}) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} {...(id && { id })} className="mt-11">
      <div className="mb-3.5">
        <SectionHeading id={headingId}>{title}</SectionHeading>
      </div>
      {children}
    </section>
  );
}

export function SectionHeading({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <h2 id={id} className="font-semibold text-muted text-sm tracking-[0.01em]">
      {children}
    </h2>
  );
}
