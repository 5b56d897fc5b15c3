"use client";
import { useContext } from "react";
import { FormContext, fieldIdOf } from "@/components/forms/form-context";
import { HiddenField } from "@/components/forms/hidden-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";

/**
 * Offers other words for commitments that say neither how many, nor whom, nor by when. It is said once: the form then
 * carries along that it was, so that the next press keeps whatever stands there.
 */
export function OfferWords() {
  const { id, errors } = useContext(FormContext);
  const offer = errors.offered;
  if (!offer) return null;
  return (
    <div id={fieldIdOf(id, "offered")} tabIndex={-1} className="rounded-2xl bg-card px-5 py-4">
      <p className="flex items-start gap-2.5">
        <Icon name="lightbulb" className="mt-0.5 text-sage" />
        <span className="wrap-anywhere">{offer}</span>
      </p>
      <HiddenField name="offered" value="on" />
      <Button type="submit" name="take" value="on" className="mt-3">
        Use these words
      </Button>
    </div>
  );
}
