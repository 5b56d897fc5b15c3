import type { ReactNode } from "react";
import { PublicShell } from "@/components/layout/public-shell";
import { mayBeSignedIn } from "@/lib/session";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  return <PublicShell inside={await mayBeSignedIn()}>{children}</PublicShell>;
}
