import { page } from "@/components/layout/page";
import { buttonClass } from "@/components/ui/button";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { read } from "@/lib/viewer";

export default page("Take everything along", async ({ searchParams }: PageProps<"/settings/export">) => {
  const { later } = await searchParams;
  await read(async () => null, { whileSuspended: true });
  return (
    <>
      <PageHeader
        title="Take everything along"
        sub="Everything of yours in one file, whenever you like. Nothing here changes by it."
        back={{ href: "/settings", label: "Settings" }}
      />
      {later === "1" && (
        <div className="mb-6">
          <Notice title="You took it along several times just now" icon="clock">
            <p>Please wait an hour, and try again. Everything is where it was.</p>
          </Notice>
        </div>
      )}
      <div className="grid max-w-words gap-4">
        <p>
          In it is what you wrote for yourself, your goals and wins, what you said in circles, also in those
          that you left, and what is kept about your account.
        </p>
        <p>
          Not in it is what other members wrote, their replies to you included: that is theirs. Passwords,
          keys and secret addresses stay here, too.
        </p>
        <p>
          The file is JSON: text that you can read, and that other programs can. Your words lie open in it, so
          keep it where nobody else looks. If you want to go, you can{" "}
          <TextLink href="/settings/delete">delete your account</TextLink> afterwards.
        </p>
      </div>
      <p className="mt-8">
        <a href="/api/export" download className={buttonClass({ variant: "primary" })}>
          Save the file
        </a>
      </p>
    </>
  );
});
