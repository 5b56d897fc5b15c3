"use client";
import { type ReactNode, useContext } from "react";
import { Fold, type FoldLook } from "@/components/ui/fold";
import { FormContext } from "./form-context";

/**
 * The fields of a form, folded away until somebody wants them. What the form says stands outside and is seen
 * either way. A no opens the fold, so that the words which came back are seen; a yes closes it.
 */
export function FormFold({
  summary,
  open = false,
  look = "box",
  children,
}: {
  summary: string;
  open?: boolean;
  look?: FoldLook;
  children: ReactNode;
}) {
  const { bad } = useContext(FormContext);
  return (
    <Fold summary={summary} open={open || bad} look={look}>
      {children}
    </Fold>
  );
}
