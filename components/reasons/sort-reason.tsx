import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { pressForm } from "@/components/forms/press-form";
import { Button } from "@/components/ui/button";
import { excerptOf } from "@/lib/excerpt";
import { sortReason } from "@/lib/reasons/actions";
import type { ReasonLine } from "@/lib/reasons/queries";
import { whoses, whoseWords } from "@/lib/reasons/schema";

/** Says whose a reason was, with one press. Without JavaScript it is a plain form. */
export function SortReason({ reason }: { reason: ReasonLine }) {
  const elsewhere = whoses.filter((whose) => whose !== reason.whose);
  return (
    <Form action={sortReason} className={pressForm} label={`Whose it was: ${excerptOf(reason.words, 60)}`}>
      <HiddenField name="reasonId" value={reason.id} />
      <div className="flex flex-wrap gap-2.5">
        {elsewhere.map((whose) => (
          <Button key={whose} type="submit" name="whose" value={whose}>
            {whoseWords[whose].heading}
          </Button>
        ))}
        {reason.whose && (
          <Button type="submit" name="whose" value="" variant="plain">
            Not sure
          </Button>
        )}
      </div>
    </Form>
  );
}
