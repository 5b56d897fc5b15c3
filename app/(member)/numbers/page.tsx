import { page } from "@/components/layout/page";
import { ExportLinks } from "@/components/numbers/export-links";
import { Figures } from "@/components/numbers/figures";
import { NothingCounted } from "@/components/numbers/nothing-counted";
import { PictureSection } from "@/components/numbers/picture-section";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { isAnyCounted, nothingYet } from "@/lib/numbers/nothing-yet";
import { pictures } from "@/lib/numbers/pictures";
import { readPictures } from "@/lib/numbers/queries";
import { WEEKS_A_YEAR } from "@/lib/numbers/rules";
import { read } from "@/lib/viewer";

export default page("Your numbers", async ({ searchParams }: PageProps<"/numbers">) => {
  const { feelings, later } = await searchParams;
  const withFeelings = feelings === "1";
  const drawn = await read((viewer) =>
    readPictures(
      viewer,
      WEEKS_A_YEAR,
      new Set(["goals" as const, ...pictures.filter((name) => name !== "feelings" || withFeelings)]),
    ),
  );
  const isAny = isAnyCounted(drawn);
  const shown = pictures.filter((name) => {
    if (name === "feelings") return true;
    return name === "stages" || !isAny ? nothingYet(name, drawn) === null : true;
  });
  return (
    <>
      <PageHeader
        title="Your numbers"
        sub="Counted from what you wrote down, and only you can see them. Each number opens what it was counted from."
        back={{ href: "/today", label: "Today" }}
      />
      {later === "1" && (
        <Notice title="You took many of them along just now" icon="clock">
          <p>Please wait an hour, and try again. Everything is where it was.</p>
        </Notice>
      )}
      {isAny ? <Figures drawn={drawn} /> : <NothingCounted hasGoals={drawn.goals.length > 0} />}
      {/* Two beside each other on paper, where they are as wide as on a phone. */}
      <div className="grid-flow-row-dense grid-cols-2 gap-x-10 print:grid">
        {shown.map((name) => (
          <PictureSection
            key={name}
            name={name}
            drawn={drawn}
            isDrawn={name !== "feelings" || withFeelings}
          />
        ))}
      </div>
      <div data-print="no">
        {isAny && (
          <p className="mt-11">
            <TextLink href="/today/arrange">Choose which of these stand on Today</TextLink>
          </p>
        )}
        <ExportLinks />
      </div>
    </>
  );
});
