import { TextArea } from "@/components/forms/text-area";
import { WishForm } from "@/components/wishes/wish-form";
import type { KeptWords } from "@/lib/drafts/queries";
import { planForWish } from "@/lib/wishes/actions";
import type { WishView } from "@/lib/wishes/queries";
import { wishDraftKey } from "@/lib/wishes/schema";

type Props = { wish: WishView; freshId: string; draft: KeptWords | null };

/** The last screen: if what gets in the way comes, then I will. It begins with what was named before. */
export function WishPlanForm({ wish, freshId, draft }: Props) {
  return (
    <WishForm
      action={planForWish}
      label="If and then"
      about={{ wishId: wish.id, id: freshId }}
      draftKey={wishDraftKey("plan", wish.id)}
      draft={draft}
      says={wish.plan ? "Save the change" : "Keep this plan"}
    >
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
    </WishForm>
  );
}
