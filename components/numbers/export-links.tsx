import { Section } from "@/components/ui/section";
import { exported, exportedWords } from "@/lib/numbers/exported";

/** Files to take along. They are made when they are asked for, so they are plain links and no pages of Onward. */
export function ExportLinks() {
  return (
    <Section title="Take them along">
      <p className="max-w-words text-muted">
        For a spreadsheet (CSV) or a program (JSON). A file holds what you wrote, so keep it where only you
        read it.
      </p>
      <ul className="mt-2">
        {exported.map((what) => (
          <li key={what} className="flex flex-wrap items-center gap-x-4">
            <span>{exportedWords[what]}</span>
            {(["csv", "json"] as const).map((as) => (
              <a
                key={as}
                href={`/api/numbers/${what}.${as}`}
                download
                aria-label={`${exportedWords[what]} as ${as.toUpperCase()}`}
                className="link inline-flex min-h-11 items-center"
              >
                {as.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
