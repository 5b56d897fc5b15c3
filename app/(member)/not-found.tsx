"use client";
import { NotThere } from "@/components/layout/not-there";

/** For going from page to page in the browser: a page that is loaded says for itself what is not there. */
export default function NotFound() {
  return <NotThere href="/today" label="Go to Today" />;
}
