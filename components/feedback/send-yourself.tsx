import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { Icon } from "@/components/ui/icon";
import { isLongForMail, mailLink } from "@/lib/feedback/mail-link";

type Props = { subject: string; letter: string; isOpen: boolean };

/** The way out of Onward, which sends nothing: one's own mail program, or copying. */
export function SendYourself({ subject, letter, isOpen }: Props) {
  const link = mailLink(subject, letter);
  const text = `${subject}\n\n${letter}`;
  return (
    <>
      <p className="max-w-words text-muted">
        Onward sends nothing. The letter goes out from your own mail program, as you saved it last, and you
        choose the address there.
        {isOpen && " Something in it is still to fill in."}
        {isLongForMail(link) && " It is long: if your mail program cuts it, copy it instead."}
      </p>
      <div className="mt-4 flex flex-wrap gap-x-4 gap-y-2.5">
        <a href={link} className={buttonClass({ variant: isOpen ? "quiet" : "primary" })}>
          <Icon name="mail" />
          Open in my mail program
        </a>
        <CopyButton text={text}>Copy the letter</CopyButton>
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
