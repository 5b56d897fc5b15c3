import { OnceConfirmed } from "@/components/accounts/once-confirmed";
import { sayLeft } from "@/components/one-time-codes/codes-state";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { CodesState } from "@/lib/one-time-codes/queries";

/** One-time codes among the ways to sign in. */
export function CodesSection({
  codes: { since, left },
  confirmed,
}: {
  codes: CodesState;
  confirmed: boolean;
}) {
  return (
    <Section title="One-time codes">
      <p className="mb-4 max-w-words text-muted">
        {since ? (
          <>
            On since <Time moment={since} />. {sayLeft(left)}
          </>
        ) : (
          "Off. With them, signing in takes a code from an app on your phone as well as your password."
        )}
      </p>
      <OnceConfirmed confirmed={confirmed || since !== null}>
        <ButtonLink href="/settings/sign-in/codes">
          {since ? "Look after one-time codes" : "Set up one-time codes"}
        </ButtonLink>
      </OnceConfirmed>
    </Section>
  );
}
