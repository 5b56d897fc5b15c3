import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Take care", robots: { index: false } };

export default async function GoodbyePage({ searchParams }: PageProps<"/goodbye">) {
  const { mailed } = await searchParams;
  return (
    <>
      <PageHeader
        title="Take care"
        sub={`You are signed out everywhere, and in seven days everything of yours is erased.${
          mailed === "1" ? " A mail says until when you can change your mind." : ""
        }`}
      />
      <p className="max-w-words">
        Should you want to stay after all, sign in within that time. Everything will be as you left it.
      </p>
      <p className="mt-8">
        <ButtonLink href="/sign-in">Sign in and stay</ButtonLink>
      </p>
    </>
  );
}
