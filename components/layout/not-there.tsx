import type { Route } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/** Said alike of what does not exist and of what is not for the one who asks. */
export function NotThere({ href, label }: { href: Route; label: string }) {
  return (
    <>
      <title>Not here · Onward</title>
      <PageHeader
        title="There is nothing here for you to see"
        sub="The address may be mistyped, or what was here has been taken back, or it belongs to somebody else. Nothing of yours is lost."
      />
      <ButtonLink href={href} variant="primary">
        {label}
      </ButtonLink>
    </>
  );
}
