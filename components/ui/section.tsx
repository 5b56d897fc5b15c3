import { type ReactNode, useId } from "react";

/** A part of a page, under a small heading that names it. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-11">
      <div className="mb-3.5">
        <SectionHeading id={id}>{title}</SectionHeading>
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
