import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { NoteList } from "@/components/supporters/note-list";
import { WhatTheySee } from "@/components/supporters/what-they-see";
import { CopyButton } from "@/components/ui/copy-button";
import { Fold } from "@/components/ui/fold";
import { Name } from "@/components/ui/name";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { NoteCard } from "@/lib/supporter-notes/queries";
import { endLink, extendLink } from "@/lib/supporters/actions";
import type { LinkView as Link } from "@/lib/supporters/queries";
import { DAYS_UNLESS_TOLD, LINK_DAYS } from "@/lib/supporters/rules";

/** One link: its address, what is seen by it, when it was opened, and how to end it. */
export function LinkView({ link, notes }: { link: Link; notes: NoteCard[] }) {
  return (
    <>
      <PageHeader
        title={<Name>{link.name}</Name>}
        sub={
          link.state === "lives"
            ? `This link lives until ${link.until}.`
            : "This link shows nothing any more."
        }
        back={{ href: "/supporters", label: "Supporters" }}
      />
      {link.link ? (
        <Living link={link} address={link.link} />
      ) : (
        <div className="mt-6">
          <Notice icon="info">
            {link.state === "ended" ? "You ended it. " : "Its time is over. "}
            Whoever opens it finds a page that is not there, and nobody is told why.
          </Notice>
        </div>
      )}
      <Section title="Notes">
        {notes.length > 0 ? (
          <NoteList notes={notes} />
        ) : (
          <p className="text-muted">Whoever has this link can leave you a few lines. There are none yet.</p>
        )}
      </Section>
      <Section title="When it was opened">
        {link.visits.length > 0 ? (
          <ul className="grid gap-1">
            {link.visits.map((visit) => (
              <li key={visit.id}>
                <Time moment={visit} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-muted">Not yet.</p>
        )}
        <p className="mt-3 max-w-words text-muted text-sm">
          One line a browser in ten minutes, and nothing about who or where. A messenger that shows a picture
          of links may open it, too.
        </p>
      </Section>
      {link.sees && (
        <div className="mt-11">
          <Fold summary="What they see now" toRead>
            <WhatTheySee sees={link.sees} />
          </Fold>
        </div>
      )}
    </>
  );
}

function Living({ link, address }: { link: Link; address: string }) {
  return (
    <>
      <div className="mt-6">
        <label htmlFor="link" className="font-medium">
          The link
        </label>
        <div className="mt-2 flex flex-wrap gap-3">
          <input id="link" readOnly value={address} className="control w-auto! min-w-0 flex-[1_1_16rem]" />
          <CopyButton text={address}>Copy the link</CopyButton>
        </div>
        <p className="mt-3 max-w-words text-muted">
          Send it to one person yourself. Whoever holds it sees what you chose, without an account.
        </p>
      </div>
      <div className="mt-6 flex flex-wrap items-end gap-x-6 gap-y-4">
        <Form action={extendLink} label="More time" className="flex flex-wrap items-end gap-3">
          <HiddenField name="linkId" value={link.id} />
          <SelectField
            name="days"
            label="Let it last, from now"
            defaultValue={String(DAYS_UNLESS_TOLD)}
            choices={LINK_DAYS.map((days) => ({
              value: String(days),
              label: days === 1 ? "A day" : `${days} days`,
            }))}
          />
          <SubmitButton variant="quiet">Set</SubmitButton>
        </Form>
        <Press
          action={endLink}
          about={{ linkId: link.id }}
          says="End it now"
          label="End this link"
          variant="quiet"
        />
      </div>
    </>
  );
}
