"use client";
import { Broken, referenceOf, type Thrown } from "@/components/layout/broken";

export default function ErrorPage({ error, retry }: Thrown) {
  return <Broken reference={referenceOf(error)} retry={retry} />;
}
