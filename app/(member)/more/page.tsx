import { SignOutForm } from "@/components/accounts/sign-out-form";
import { page } from "@/components/layout/page";
import { morePlaces } from "@/components/layout/places";
import { Icon } from "@/components/ui/icon";
import { Link, TextLink } from "@/components/ui/link";
import { PageHeader } from "@/components/ui/page-header";
import { read } from "@/lib/viewer";

export default page("More", async () => {
  const name = await read(async (viewer) => viewer.name);
  return (
    <>
      <PageHeader title="More" sub={`You are ${name} here.`} />
      <ul className="divide-y divide-line border-line border-y">
        {morePlaces.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} className="flex min-h-14 items-center gap-3.5 px-1 font-medium hover:text-sage">
              <Icon name={icon} className="text-muted" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-muted text-sm">
        What you wrote is yours:{" "}
        <TextLink href="/settings/export" className="inline-flex min-h-11 items-center">
          take everything along
        </TextLink>
      </p>
      <div className="mt-4">
        <SignOutForm />
      </div>
    </>
  );
});
