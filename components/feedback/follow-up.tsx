import { RequestButton } from "@/components/feedback/request-button";
import { DateField } from "@/components/forms/date-field";
import { Form } from "@/components/forms/form";
import { FormFold } from "@/components/forms/form-fold";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { chooseFollowUpDay, sayFollowedUp } from "@/lib/feedback/actions";
import type { RequestView } from "@/lib/feedback/queries";

/** One reminder, when its day has come, and no second one. */
export function FollowUp({ request }: { request: RequestView }) {
  if (request.said.followedUp)
    return (
      <p className="text-muted">You reminded them once, on {request.said.followedUp}. That is enough.</p>
    );
  return (
    <>
      <p className="max-w-words text-muted">
        {request.due
          ? "A short reminder could go out now, if you like. Once is enough, and not at all is fine too."
          : request.said.followUp
            ? `If you hear nothing, ${request.said.followUp} would be a good day for one short reminder.`
            : "No reminder is planned, and none is needed."}
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-x-4 gap-y-2.5">
        <RequestButton
          action={sayFollowedUp}
          requestId={request.id}
          says="I followed up once"
          label="I followed up once"
        />
        <Form action={chooseFollowUpDay} label="Another day for the reminder" className="flex flex-col gap-3">
          <HiddenField name="requestId" value={request.id} />
          <FormFold summary="Another day" look="link">
            <div className="flex flex-col gap-6">
              <DateField
                name="followUpOn"
                label="A good day for one reminder"
                hint="Leave it empty if you do not want to."
                defaultValue={request.followUpOn ?? ""}
              />
              <SubmitButton variant="quiet" className="self-start" pendingText="Changing">
                Choose this day
              </SubmitButton>
            </div>
          </FormFold>
        </Form>
      </div>
    </>
  );
}
