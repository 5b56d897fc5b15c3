import { Icon, type IconName } from "@/components/ui/icon";
import type { Helpline, HelplineCountry } from "@/lib/helplines/schema";

/** Everything that can be reached in one country, as large as a thumb. */
export function CountryLines({ country }: { country: HelplineCountry }) {
  return (
    <>
      <p>
        If a life is in danger now, call{" "}
        <a className="link font-semibold" href={`tel:${country.emergency}`}>
          {country.emergency}
        </a>
        .
      </p>
      <ul className="mt-3 space-y-5">
        {country.lines.map((line) => (
          <li key={line.name}>
            <HelplineWays line={line} />
          </li>
        ))}
      </ul>
    </>
  );
}

function HelplineWays({ line }: { line: Helpline }) {
  return (
    <>
      <p className="font-semibold">{line.name}</p>
      <p className="text-muted text-sm">
        {line.hours}. {line.languages.join(", ")}. {line.note}
      </p>
      <ul className="mt-1.5 flex flex-wrap gap-x-6">
        {line.phone && (
          <Way icon="phone" href={`tel:${line.phone.replaceAll(" ", "")}`} words={`Call ${line.phone}`} />
        )}
        {line.text && (
          <Way
            icon="message-circle"
            href={`sms:${line.text.number.replaceAll(" ", "")}`}
            words={
              line.text.word ? `Text ${line.text.word} to ${line.text.number}` : `Text ${line.text.number}`
            }
          />
        )}
        {line.web && (
          <Way icon="globe" href={line.web} words={new URL(line.web).hostname.replace(/^www\./, "")} />
        )}
      </ul>
    </>
  );
}

function Way({ icon, href, words }: { icon: IconName; href: string; words: string }) {
  return (
    <li>
      <a
        href={href}
        rel="noreferrer"
        className="inline-flex min-h-11 items-center gap-2 font-medium text-sage"
      >
        <Icon name={icon} />
        <span className="underline underline-offset-4">{words}</span>
      </a>
    </li>
  );
}
