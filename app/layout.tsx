import atkinson from "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
import figtree from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2";
import sourceSerif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import { env } from "@/lib/env";
import { LOOK_COOKIE, type Look, parseLook } from "@/lib/look";
import "./globals.css";

export function generateMetadata(): Metadata {
  const description =
    "A calm place to take a job rejection with a few people who get it. Free software that a group can run itself.";
  return {
    metadataBase: new URL(env().ONWARD_URL),
    // A page made by page() says its title itself.
    title: { default: "", template: "%s · Onward" },
    description,
    openGraph: { siteName: "Onward", type: "website", description },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

const papers = { light: "#fbf7f2", dark: "#1c1917" };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await look();
  return {
    colorScheme: theme === "system" ? "light dark" : theme,
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: papers.light },
            { media: "(prefers-color-scheme: dark)", color: papers.dark },
          ]
        : papers[theme],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, textSize, font } = await look();
  for (const file of font === "reader" ? [atkinson] : [figtree, sourceSerif]) {
    preload(file, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
  return (
    <html
      lang="en"
      data-theme={theme === "system" ? undefined : theme}
      data-text={textSize === "normal" ? undefined : textSize}
      data-font={font === "figtree" ? undefined : font}
    >
      <body>{children}</body>
    </html>
  );
}

// From the cookie alone: how a page looks asks nothing of Postgres.
const look = async (): Promise<Look> => parseLook((await cookies()).get(LOOK_COOKIE)?.value);
