import type { Metadata } from "next";
import type { ReactNode } from "react";
import { MemberShell } from "@/components/layout/member-shell";

// Nobody else can open these pages, so nothing is said of them to whoever makes pictures of links.
export const metadata: Metadata = { description: null, openGraph: null, twitter: null };

export default function MemberLayout({ children }: { children: ReactNode }) {
  return <MemberShell>{children}</MemberShell>;
}
