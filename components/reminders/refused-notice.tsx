import { Press } from "@/components/forms/press";
import { Notice } from "@/components/ui/notice";
import { Time } from "@/components/ui/time";
import { tryMailsAgain } from "@/lib/reminders/actions";

/** Says that mails to the viewer's address come back, so that none is sent. */
export function RefusedNotice({ since }: { since: { said: string; exact: string; iso: string } }) {
  return (
    <Notice
      title="Your address takes no mail just now"
      action={
        <Press
          action={tryMailsAgain}
          about={{}}
          says="Try again"
          label="Try again to send mails to your address"
          variant="quiet"
          pendingText="Trying again"
        />
      }
    >
      The last mail of these came back (<Time moment={since} />
      ), so none is sent for now. What you chose below stays as it is.
    </Notice>
  );
}
