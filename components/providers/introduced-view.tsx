import { VerifyNotice } from "@/components/accounts/verify-notice";
import { JoinThroughForm } from "@/components/providers/join-through-form";
import { LinkForm } from "@/components/providers/link-form";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import type { Introduced } from "@/lib/providers/queries";
import type { Trouble } from "@/lib/providers/rules";

/** Somebody whom a provider has just introduced: what that means here, and the one thing to do about it. */
export function IntroducedView({ introduced, id }: { introduced: Introduced; id: string }) {
  const { way, name, email } = introduced;
  switch (way) {
    case "join":
      return (
        <>
          <PageHeader
            title="Join Onward"
            sub={`${name} says that ${email} is yours, so there is nothing more to confirm. Two things are left.`}
          />
          <JoinThroughForm id={id} />
        </>
      );
    case "sign in first":
      return (
        <>
          <PageHeader
            title="You have an account here already"
            sub={`It has the address ${email}, and ${name} is not a way into it yet. Sign in as you always do, and then you can add it.`}
          />
          <p>
            <ButtonLink href="/sign-in?next=%2Fsign-in%2Fprovider" variant="primary">
              Sign in
            </ButtonLink>
          </p>
          <p className="mt-6 text-muted">
            <TextLink href="/forgot-password">I forgot my password</TextLink>
          </p>
        </>
      );
    case "link":
      return (
        <>
          <PageHeader
            title={`Add ${name} as a way in?`}
            sub={`From then on, whoever can sign in to ${name} as ${email} can sign in to your account here. Add no account that an employer runs.`}
          />
          <VerifyNotice verifiedAt={introduced.verifiedAt} />
          {introduced.verifiedAt && <LinkForm name={name} hasPassword={introduced.hasPassword} />}
          <p className="mt-6 text-muted">
            <TextLink href="/settings/sign-in">Leave it as it is</TextLink>
          </p>
        </>
      );
  }
}

const WORDS: Record<Trouble, { title: string; sub: string }> = {
  denied: {
    title: "You said no there",
    sub: "So nothing happened. You can try again, or sign in with your e-mail address and password.",
  },
  over: {
    title: "This way in is used, or over",
    sub: "It works once, for ten minutes, and in the browser in which it began. Nothing is lost: please begin again.",
  },
  away: {
    title: "They cannot be reached just now",
    sub: "Nothing is lost here. Please try again in a while, or sign in with your e-mail address and password.",
  },
  here: {
    title: "Onward cannot look that up just now",
    sub: "The place where it keeps things does not answer, so nothing was done. Please begin again in a moment.",
  },
  wrong: {
    title: "Their answer did not fit",
    sub: "So nothing was opened, to be safe. Please begin again. If it stays like this, tell whoever runs this place.",
  },
  unverified: {
    title: "Your address is not confirmed there",
    sub: "Without that, nobody can know that it is yours, so nothing was opened. Confirm it there, or join with your e-mail address and a password.",
  },
  often: {
    title: "That was a lot in a short time",
    sub: "Please wait a quarter of an hour and try again, or sign in with your e-mail address and password.",
  },
  another: {
    title: "It opens another account here",
    sub: "One account there opens one account here. Nothing was changed.",
  },
  second: {
    title: "You have this way in already",
    sub: "It opens your account, as it did before.",
  },
};

/** Why a visit to a provider ended nowhere, kindly. */
export function TroubleView({ trouble, inside }: { trouble: Trouble; inside: boolean }) {
  return (
    <>
      <PageHeader {...WORDS[trouble]} />
      <ButtonLink href={inside ? "/settings/sign-in" : "/sign-in"} variant="primary">
        {inside ? "Go to Signing in" : "Go to the sign-in page"}
      </ButtonLink>
    </>
  );
}
