import { notFound } from "next/navigation";
import { LandedList } from "@/components/landings/landed-list";
import { page } from "@/components/layout/page";
import { RoleScript } from "@/components/roles/role-script";
import { RolesNow } from "@/components/roles/roles-now";
import { RotationForm } from "@/components/roles/rotation-form";
import { Schedule } from "@/components/roles/schedule";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { freshId } from "@/lib/ids";
import { listLanded } from "@/lib/landings/queries";
import { findRoles } from "@/lib/roles/queries";
import { turnRoles } from "@/lib/roles/rules";
import { read } from "@/lib/viewer";

export default page("Turns", async ({ params }: PageProps<"/circles/[circleId]/roles">) => {
  const { circleId } = await params;
  const { roles, landed } = await read(async (viewer) => ({
    roles: (await findRoles(viewer, circleId)) ?? notFound(),
    landed: await listLanded(viewer, circleId),
  }));
  const { circle, myRoles, weeks, every } = roles;
  return (
    <>
      <PageHeader
        title="Turns"
        sub="Who holds the circle and who keeps its time. Everybody gets their turn, and anybody can swap."
        back={{ href: `/circles/${circle.id}`, label: circle.name }}
      />
      <RolesNow now={roles.now} />
      {roles.isPaused && (
        <div className="mt-4">
          <Notice icon="pause">Your seat is paused, so no turn is yours.</Notice>
        </div>
      )}
      <Section title="For the first time">
        <div className="grid gap-3">
          {turnRoles.map((role) => (
            <RoleScript key={role} role={role} open={myRoles.includes(role)} />
          ))}
        </div>
      </Section>
      {weeks.length > 0 && (
        <Section title="The next weeks">
          <p className="mb-4 max-w-words text-muted">
            A week begins the day after a meeting, so that whoever is next has days to get ready. Whoever
            keeps the time is nearly always the next to hold the circle.
          </p>
          <Schedule roles={roles} mint={freshId} />
        </Section>
      )}
      <Section title={every ? "How roles go round" : "Roles do not go round here"}>
        <RotationForm roles={roles} />
      </Section>
      <Section title="Your own time here">
        <p className="max-w-words">
          Everybody is here for twelve weeks at a time and chooses then.{" "}
          <TextLink href={`/circles/${circle.id}/term`}>See yours</TextLink>. And when you have found
          something, the circle would love to hear it from you.
        </p>
        <p className="mt-4">
          <ButtonLink href={`/circles/${circle.id}/land`} icon="sprout">
            I found something
          </ButtonLink>
        </p>
      </Section>
      {landed.length > 0 && (
        <Section title="Landed from here">
          <LandedList landed={landed} />
        </Section>
      )}
    </>
  );
});
