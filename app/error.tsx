"use client";
import { Broken, referenceOf, type Thrown } from "@/components/layout/broken";

export default function ErrorPage({ error, retry }: Thrown) {
  return (
    <main id="main" className="mx-auto max-w-[38rem] px-5 py-16">
      <Broken reference={referenceOf(error)} retry={retry} />
    </main>
  );
}
