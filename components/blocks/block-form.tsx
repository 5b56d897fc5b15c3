import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Name } from "@/components/ui/name";
import { block } from "@/lib/blocks/actions";

/** Blocks somebody, in one press; the words before it say what that does. */
export function BlockForm({ circleId, alias }: { circleId: string; alias: string }) {
  return (
    <>
      <p className="mb-4 max-w-words">
        You see nothing of <Name>{alias}</Name> any more, here or in any other circle, and they see nothing of
        you. Nobody is told: for them it looks as if you had closed your account. You can undo it in Settings.
      </p>
      <Form action={block} label={`Block ${alias}`}>
        <HiddenField name="circleId" value={circleId} />
        <HiddenField name="alias" value={alias} />
        <SubmitButton variant="quiet" pendingText="Blocking">
          Block {alias}
        </SubmitButton>
      </Form>
    </>
  );
}
