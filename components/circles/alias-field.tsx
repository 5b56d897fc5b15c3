"use client";
import { useState } from "react";
import { useField } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-field";
import { OWN_NAME } from "@/lib/memberships/own-name";

/** What a circle calls somebody. Told once that it is the name in their address, the form says that it is meant. */
export function AliasField({ hint, defaultValue }: { hint: string; defaultValue: string }) {
  const { error } = useField("alias");
  const [isKept] = useField("aliasKept").values;
  const [isTold, setTold] = useState(isKept !== undefined);
  if (error === OWN_NAME && !isTold) setTold(true);
  return (
    <>
      <TextField
        name="alias"
        label="Your name in this circle"
        hint={hint}
        defaultValue={defaultValue}
        required
        autoComplete="off"
      />
      {isTold && <input type="hidden" name="aliasKept" value="on" />}
    </>
  );
}
