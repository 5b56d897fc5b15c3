import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { excerptOf } from "@/lib/excerpt";
import type { ReasonLine } from "@/lib/reasons/queries";
import { whoses, whoseWords } from "@/lib/reasons/schema";

/** On a setback's page: why it happened, by whose it was, in a few quiet lines. Nothing is counted. */
export function ReasonsInShort({ setbackId, reasons }: { setbackId: string; reasons: ReasonLine[] }) {
  if (reasons.length === 0) return null;
  const held = reasons.filter(({ letGoAt }) => letGoAt === null);
  const groups = [
    ...whoses.map((whose) => ({
      name: whoseWords[whose].heading,
      reasons: held.filter((reason) => reason.whose === whose),
    })),
    { name: "Not sorted", reasons: held.filter(({ whose }) => whose === null) },
  ].filter((group) => group.reasons.length > 0);
  return (
    <Section title="Why it may have happened">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-[max-content_1fr]">
        {groups.map(({ name, reasons }) => (
          <div key={name} className="contents">
            <dt className="text-muted text-sm max-sm:-mb-3">{name}</dt>
            <dd>
              <ul>
                {reasons.map(({ id, words }) => (
                  <li key={id} dir="auto" className="wrap-anywhere font-serif">
                    {excerptOf(words, 140)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
      {held.length < reasons.length && (
        <p className="mt-3 text-muted">{held.length > 0 ? "The rest is let go." : "All of it is let go."}</p>
      )}
      <p className="mt-3" data-print="no">
        <TextLink href={`/setbacks/${setbackId}/learn`}>Look at the reasons</TextLink>
      </p>
    </Section>
  );
}
