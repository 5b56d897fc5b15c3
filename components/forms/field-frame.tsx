import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** What every field says about itself, beside the control that it is about. */
export type FieldWords = {
  label: string;
  /** One line that helps before one types. */
  hint?: ReactNode;
  /** The label is read out, not shown: for a single box whose surroundings say what it is. */
  hideLabel?: boolean;
};

export function FieldFrame({
  field,
  label,
  hint,
  hideLabel,
  children,
}: FieldWords & {
  field: { id: string; hintId: string; errorId: string; error: string | undefined };
  children: ReactNode;
}) {
  return (
    <div className="min-w-0">
      <label htmlFor={field.id} className={hideLabel ? "sr-only" : "mb-1 block w-fit font-medium"}>
        {label}
      </label>
      <Hint id={field.hintId}>{hint}</Hint>
      <Problem id={field.errorId}>{field.error}</Problem>
      {children}
    </div>
  );
}

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <div id={id} className="-mt-0.5 mb-2 max-w-words text-muted text-sm">
      {children}
    </div>
  ) : null;
}

export function Problem({ id, children }: { id: string; children: string | undefined }) {
  return children ? (
    <p id={id} className="mb-2 flex items-start gap-1.5 font-medium text-clay text-sm">
      <Icon name="info" className="mt-px size-5!" />
      {children}
    </p>
  ) : null;
}

/** Ties a control to its hint and its problem. */
export const described = (
  field: { hintId: string; errorId: string; error: string | undefined },
  hint: ReactNode,
) => ({
  "aria-describedby":
    [hint ? field.hintId : "", field.error ? field.errorId : ""].filter(Boolean).join(" ") || undefined,
  "aria-invalid": field.error ? (true as const) : undefined,
});
