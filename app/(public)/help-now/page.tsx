import type { Metadata } from "next";
import { headers } from "next/headers";
import { CountryLines } from "@/components/helplines/country-lines";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Fold } from "@/components/ui/fold";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { sayDay } from "@/lib/dates";
import { helplines, listChecked } from "@/lib/helplines/helplines";
import { likelyCountry } from "@/lib/helplines/rules";

export const metadata: Metadata = {
  title: "Need help now?",
  description: "People who answer, country by country. Free to use, and nobody has to be a member.",
};

export default async function HelpNowPage({ searchParams }: PageProps<"/help-now">) {
  const { country: asked } = await searchParams;
  const { countries, directory } = helplines;
  const known = countries.map(({ code }) => code);
  const code =
    typeof asked === "string" && known.includes(asked)
      ? asked
      : likelyCountry((await headers()).get("accept-language"), known);
  const first = countries.find((country) => country.code === code);
  return (
    <>
      <PageHeader
        title="Need help now?"
        sub="If it is more than you can carry today, you do not have to carry it alone. These are people who answer, and you need no reason that is good enough."
      />
      {first && (
        <Card label={first.name}>
          <h2 className="mb-2 font-medium font-serif text-2xl">{first.name}</h2>
          <CountryLines country={first} />
        </Card>
      )}

      {/* A plain form that asks the same page: it works everywhere, and the choice is kept nowhere. */}
      <form method="get" className="mt-8 flex flex-wrap items-end gap-2.5">
        <div className="min-w-0 flex-1 basis-60">
          <label htmlFor="country" className="mb-1 inline-block font-medium">
            {first ? "Another country" : "Your country"}
          </label>
          <select id="country" name="country" className="control" key={code} defaultValue={code ?? ""}>
            {!code && <option value="">Choose a country</option>}
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Button type="submit" size="large">
          Show
        </Button>
      </form>
      <p className="mt-4">
        For every other country, and for lines on one subject, there is{" "}
        <a href={directory.web} rel="noreferrer" className="link">
          {directory.name}
        </a>
        , an international directory.
      </p>

      {/* On paper are those that were unfolded. */}
      <div className="print:not-has-[[open]]:hidden">
        <Section title="All countries">
          <div className="space-y-2.5">
            {countries.map((country) => (
              <Fold key={country.code} summary={country.name}>
                <CountryLines country={country} />
              </Fold>
            ))}
          </div>
        </Section>
      </div>

      <Section title="About this list">
        <div className="max-w-words space-y-3 text-muted">
          <p>
            It was put together on {sayDay(listChecked, listChecked).replace(/^\w+, /, "")}{" "}
            {listChecked.slice(0, 4)}. Numbers change: if one does not answer, use the emergency number or the
            directory above.
          </p>
          <p>
            Onward is not a crisis service. Nobody here watches what members write, and nobody is told that
            you opened this page. The country on top is guessed from your browser's language; nothing else is
            looked up, and it is not kept.
          </p>
        </div>
      </Section>
    </>
  );
}
