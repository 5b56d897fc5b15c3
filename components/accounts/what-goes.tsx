import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";

/**
 * What deleting an account erases, and what happens until then.
 *
 * @param mailed whether a mail says so too: none goes to an address that nobody confirmed.
 */
export function WhatGoes({ mailed }: { mailed: boolean }) {
  return (
    <>
      <Section title="What goes">
        <ul className={list}>
          <li>Your setbacks, feelings, goals, wins, and what you have not sent yet.</li>
          <li>
            In circles, your posts, replies and warm signals, your seat and your alias. Where somebody
            answered a post of yours, their words stay, under an empty place without a name.
          </li>
          <li>
            Invitations that you made. Whoever came by one stays. A circle that you hold is handed to a
            co-facilitator, or else to whoever has been there longest; one in which nobody else sits goes.
          </li>
          <li>Your e-mail address, your password, your devices, and the list of what happened.</li>
        </ul>
      </Section>
      <Section title="When it goes">
        <ul className={list}>
          <li>
            You are signed out everywhere at once
            {mailed && ", and a mail says until when you can change your mind"}.
          </li>
          <li>
            For seven days nothing else happens. Your circles see what they saw before, and your seat stays
            yours. Signing in again is all it takes to keep your account.
          </li>
          <li>
            What should be gone today, take back first: each post and reply has a button for that, and you can{" "}
            <TextLink href="/circles">leave your circles</TextLink> yourself.
          </li>
          <li>
            After seven days all of it is erased for good. Backups of whoever runs this place may hold it for
            as long as they are kept; a restored one erases you again.
          </li>
        </ul>
      </Section>
    </>
  );
}

const list = "max-w-words list-disc space-y-2.5 pl-5 marker:text-control";
