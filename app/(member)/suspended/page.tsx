import { redirect } from "next/navigation";
import { page } from "@/components/layout/page";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { findRest } from "@/lib/decisions/queries";
import { read } from "@/lib/viewer";

export default page("Your account rests", async () => {
  const rest = await read(findRest, { whileSuspended: true });
  if (!rest) redirect("/today");
  return (
    <>
      <PageHeader
        title={rest.leaves ? "Your account is closed" : "Your account rests"}
        sub={sayUntil(rest)}
      />
      <div className="grid max-w-words gap-4">
        <p>
          Moderators of this place decided so. Everything of yours is where you left it, and nobody else sees
          that it rests.
        </p>
        <p>
          Meanwhile you can read why and say what should be seen differently, look at{" "}
          <TextLink href="/settings">Settings</TextLink>,{" "}
          <TextLink href="/settings/export">take everything of yours along</TextLink>, and{" "}
          <TextLink href="/settings/delete">delete your account</TextLink>.
        </p>
      </div>
      <p className="mt-8">
        <ButtonLink href={rest.letterId ? `/decisions/${rest.letterId}` : "/decisions"} variant="primary">
          Read why
        </ButtonLink>
      </p>
    </>
  );
});

function sayUntil({ until, leaves, waitsForAppeal }: NonNullable<Awaited<ReturnType<typeof findRest>>>) {
  if (!leaves) return `Until ${until}.`;
  return waitsForAppeal
    ? `It is deleted after ${leaves}, and not before another moderator has answered you.`
    : `It is deleted after ${leaves}.`;
}
