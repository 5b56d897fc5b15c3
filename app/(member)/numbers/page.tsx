import { page } from "@/components/layout/page";
import { ExportLinks } from "@/components/numbers/export-links";
import { Figures } from "@/components/numbers/figures";
import { Picture } from "@/components/numbers/picture";
import { Fold } from "@/components/ui/fold";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { pictureNames, pictures } from "@/lib/numbers/pictures";
import { readPictures } from "@/lib/numbers/queries";
import { WEEKS_A_YEAR } from "@/lib/numbers/rules";
import { read } from "@/lib/viewer";

export default page("Your numbers", async ({ searchParams }: PageProps<"/numbers">) => {
  const { feelings } = await searchParams;
  const withFeelings = feelings === "1";
  const drawn = await read((viewer) =>
    readPictures(
      viewer,
      WEEKS_A_YEAR,
      new Set(["goals" as const, ...pictures.filter((name) => name !== "feelings" || withFeelings)]),
    ),
  );
  return (
    <>
      <PageHeader
        title="Your numbers"
        sub="Counted from what you wrote down, and only you can see them. Each number opens what it was counted from."
        back={{ href: "/today", label: "Today" }}
      />
      <Figures drawn={drawn} />
      {pictures.map((name) =>
        name === "feelings" && !withFeelings ? (
          <Section key={name} title={pictureNames[name]} id={name}>
            <p className="max-w-words text-muted">
              Not drawn unless you like: how strong the feelings were that you noted with setbacks.{" "}
              <TextLink href="/numbers?feelings=1#feelings">Draw them</TextLink>
            </p>
          </Section>
        ) : (
          <Section key={name} title={pictureNames[name]} id={name}>
            {name === "stages" ? (
              <Fold summary="Unfold it when you like">
                <Picture name={name} drawn={drawn} />
              </Fold>
            ) : (
              <Picture name={name} drawn={drawn} />
            )}
          </Section>
        ),
      )}
      <p className="mt-11">
        <TextLink href="/today/arrange">Choose which of these stand on Today</TextLink>
      </p>
      <ExportLinks />
    </>
  );
});
