import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { type Fillers, fill, goingOut, sayOpen, stillOpen } from "@/lib/feedback/fill-ins";
import { isLongForMail, mailLink } from "@/lib/feedback/mail-link";
import type { RequestView } from "@/lib/feedback/queries";

type Props = {
  request: RequestView;
  /** What its fields hold. */
  values: Fillers;
};

/** The way out of Onward, which sends nothing: one's own mail program, or copying. */
export function SendYourself({ request, values }: Props) {
  if (!request.canGoOut)
    return (
      <Notice title="This letter cannot be opened, so there is nothing to send or to copy">
        Nothing that you did caused it, and nothing is written over your words. Whoever runs this place can
        find out why. If it cannot wait, write new words above in their place and save them.
      </Notice>
    );
  const open = stillOpen(fill(request.subject, values), fill(request.letter, values));
  const hasGaps = open.length > 0;
  const [subject, letter] = [goingOut(request.subject, values), goingOut(request.letter, values)];
  const link = mailLink(subject, letter);
  const text = `${subject}\n\n${letter}`;
  return (
    <>
      <p className="max-w-words text-muted">
        Onward sends nothing. The letter goes out from your own mail program, as you saved it last, and you
        choose the address there.
        {" What you typed since is not in it yet: save the letter first."}
        {isLongForMail(link) && " It is long: if your mail program cuts it, copy it instead."}
      </p>
      {hasGaps && (
        <p className="mt-4 max-w-words rounded-xl bg-sage-soft px-4.5 py-3">
          Still to fill in: <strong className="font-semibold text-sage">{sayOpen(open)}</strong>. Until you
          have, a gap in square brackets stands there.
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2.5">
        <a href={link} className={buttonClass({ variant: hasGaps ? "quiet" : "primary" })}>
          <Icon name="mail" />
          {hasGaps ? "Open with the gaps" : "Open in my mail program"}
        </a>
        <CopyButton key={text} text={text}>
          {hasGaps ? "Copy with the gaps" : "Copy the letter"}
        </CopyButton>
      </div>
      <div className="mt-3">
        <Fold summary="Select it and copy it by hand" look="link">
          <textarea
            readOnly
            aria-label="The letter with its subject, to copy"
            defaultValue={text}
            key={text}
            dir="auto"
            className="control font-serif"
          />
        </Fold>
      </div>
    </>
  );
}
