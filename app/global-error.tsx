"use client";
import { Broken, referenceOf, type Thrown } from "@/components/layout/broken";
import "./globals.css";

/** When not even the frame of a page could be drawn. */
export default function GlobalError({ error, retry }: Thrown) {
  return (
    <html lang="en">
      <body>
        <main id="main" className="mx-auto max-w-[38rem] px-5 py-16">
          <Broken reference={referenceOf(error)} retry={retry} />
        </main>
      </body>
    </html>
  );
}
