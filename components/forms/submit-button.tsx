"use client";
import { type ReactNode, useContext, useState } from "react";
import { Button, type ButtonLook } from "@/components/ui/button";
import { FormContext } from "./form-context";

/** Sends its form. While the form is on its way it says so, stays in focus, and does nothing more. */
export function SubmitButton({
  children,
  pendingText,
  variant = "primary",
  ...rest
}: ButtonLook & {
  children: ReactNode;
  /** "Saving", "Sending"; the words of the button when nothing is given. */
  pendingText?: string;
  className?: string;
  /** For those who do not see what the button stands beside. Begins with its words. */
  "aria-label"?: string;
}) {
  const { pending } = useContext(FormContext);
  const [pressed, setPressed] = useState(false);
  return (
    <Button
      type="submit"
      variant={variant}
      aria-disabled={pending || undefined}
      onClick={() => setPressed(true)}
      onBlur={() => setPressed(false)}
      {...rest}
    >
      {pending && pressed && pendingText ? pendingText : children}
    </Button>
  );
}
