import { KeptWords } from "@/components/drafts/kept-words";
import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextArea } from "@/components/forms/text-area";
import { ButtonLink } from "@/components/ui/button";
import { saveDraft } from "@/lib/drafts/actions";
import type { KeptWords as Kept } from "@/lib/drafts/queries";
import { planForWish } from "@/lib/wishes/actions";
import type { WishView } from "@/lib/wishes/queries";
import { wishDraftKey } from "@/lib/wishes/schema";

type Props = { wish: WishView; freshId: string; draft: Kept | null };

/** The last screen: if what gets in the way comes, then I will. It begins with what was named before. */
export function WishPlanForm({ wish, freshId, draft }: Props) {
  const key = wishDraftKey("plan", wish.id);
  return (
    <>
      {draft && <KeptWords draftKey={key} />}
      <div className="mt-8">
        <Form action={planForWish} label="If and then" draft={{ key, action: saveDraft, ...draft }}>
          <HiddenField name="wishId" value={wish.id} />
          <HiddenField name="id" value={freshId} />
          <TextArea
            name="obstacle"
            label="If"
            hint="What gets in the way, as it begins: I sit down and open my phone first."
            rows={2}
            required
            defaultValue={wish.plan?.obstacle ?? wish.obstacle}
          />
          <TextArea
            name="step"
            label="then I will"
            hint="One small thing that somebody could see you do, like: put it in the kitchen drawer."
            rows={2}
            required
            defaultValue={wish.plan?.step}
          />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
            <SubmitButton pendingText="Keeping">
              {wish.plan ? "Save the change" : "Keep this plan"}
            </SubmitButton>
            <ButtonLink href="/wishes" variant="plain">
              Leave it here for now
            </ButtonLink>
          </div>
        </Form>
      </div>
    </>
  );
}
