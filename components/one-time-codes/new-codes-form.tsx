import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { QrCode } from "@/components/ui/qr-code";
import { turnOnCodes } from "@/lib/one-time-codes/actions";
import type { NewCodes } from "@/lib/one-time-codes/queries";

/** Hands a secret to the member's app. Nothing is asked of them until its first code has come back. */
export function NewCodesForm({ app }: { app: NonNullable<NewCodes["app"]> }) {
  return (
    <div className="grid gap-6">
      <p className="max-w-words">
        Let the app for codes on your phone look at this picture, or type what stands under it. Is it on this
        very device? Then{" "}
        <a className="underline underline-offset-4" href={app.link}>
          open it here
        </a>
        .
      </p>
      <QrCode text={app.link} label="A picture for your app. It says the same as the text under it." />
      <p className="max-w-words">
        <span className="block text-muted text-sm">To type, as a code that is based on time</span>
        <code className="select-all font-medium text-lg tracking-wide">{app.typed}</code>
      </p>
      <Form action={turnOnCodes} label="Turn one-time codes on">
        <TextField
          name="code"
          label="Code"
          autoComplete="one-time-code"
          inputMode="numeric"
          required
          hint="The six digits that your app shows now. From then on you are asked for one when you sign in."
        />
        <SubmitButton pendingText="Turning them on">Turn one-time codes on</SubmitButton>
      </Form>
    </div>
  );
}
