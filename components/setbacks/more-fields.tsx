"use client";
import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/forms/form-context";
import { Fold } from "@/components/ui/fold";

/** Fields that can be left out, folded away until they are wanted, or until one of them needs a look. */
export function MoreFields({
  summary,
  names,
  quiet,
  open,
  children,
}: {
  summary: string;
  names: string[];
  /** The one that is filled from the beginning, so that it says nothing. */
  quiet: string;
  open: boolean;
  children: ReactNode;
}) {
  const { errors, values } = useContext(FormContext);
  const told = names.some((name) => name !== quiet && values?.[name]?.[0]);
  return (
    <Fold summary={summary} open={open || told || names.some((name) => name in errors)}>
      <div className="flex flex-col gap-6 pt-2">{children}</div>
    </Fold>
  );
}
