import type { Metadata } from "next";
import { ForgotPasswordForm } from "@/components/accounts/forgot-password-form";
import { PageHeader } from "@/components/ui/page-header";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPasswordPage() {
  return (
    <>
      <PageHeader
        title="Set a new password"
        sub="Nothing you wrote is lost. Tell us your address, and a link to choose a new password comes by mail."
      />
      <ForgotPasswordForm />
    </>
  );
}
