import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";

export function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  return (
    <Section title="Your password">
      <p className="mb-4 max-w-words text-muted">
        {hasPassword
          ? "Nobody can read it, here or in the database. Changing it signs every other device out."
          : "You have none: you come in by another way. You can have one as well."}
      </p>
      <ButtonLink href="/settings/sign-in/password">
        {hasPassword ? "Change my password" : "Choose a password"}
      </ButtonLink>
    </Section>
  );
}
