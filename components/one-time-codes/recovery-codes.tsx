import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { buttonClass } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Section } from "@/components/ui/section";
import { putRecoveryCodesAway } from "@/lib/one-time-codes/actions";

/** The ten codes, the one time that they are shown. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const text = `Recovery codes for Onward. Each works once.\n\n${codes.join("\n")}\n`;
  return (
    <Section title="Your ten recovery codes">
      <p className="mb-5 max-w-words">
        One-time codes are on. For the day you do not have your app, here are ten codes that each open your
        account once, together with your password. They are shown only now: print them, or keep them where you
        keep passwords.
      </p>
      <ul className="grid max-w-words gap-x-8 gap-y-2 rounded-2xl bg-card px-6 py-5 sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>
            <code className="select-all">{code}</code>
          </li>
        ))}
      </ul>
      <div className="mt-5 flex flex-wrap gap-3" data-print="no">
        <CopyButton text={text}>Copy the codes</CopyButton>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="onward-recovery-codes.txt"
          className={buttonClass({ variant: "quiet" })}
        >
          Save as a file
        </a>
      </div>
      <div className="mt-8" data-print="no">
        <Form action={putRecoveryCodesAway} label="Put the recovery codes away">
          <SubmitButton pendingText="One moment">I have kept them</SubmitButton>
        </Form>
      </div>
    </Section>
  );
}
