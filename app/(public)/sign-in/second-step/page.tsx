import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { page } from "@/components/layout/page";
import { SecondStepForm } from "@/components/one-time-codes/second-step-form";
import { PageHeader } from "@/components/ui/page-header";
import { isInStep } from "@/lib/accounts/sign-in-steps";
import { readAsVisitor } from "@/lib/viewer";

export const metadata: Metadata = { robots: { index: false } };

export default page("One more step", async () => {
  const signedIn = await readAsVisitor(async (visitor) => visitor.viewer !== null);
  if (!(await isInStep("second-step"))) redirect(signedIn ? "/today" : "/sign-in");
  return (
    <>
      <PageHeader
        title="One more step"
        sub="Your account asks for a code too, so that a password alone opens nothing."
      />
      <SecondStepForm />
    </>
  );
});
