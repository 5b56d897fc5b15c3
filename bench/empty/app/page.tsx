import { connection } from "next/server";

/** What a page costs before it holds anything: made anew for each request, as a member's pages are. */
export default async function EmptyPage() {
  await connection();
  return <p>Nothing</p>;
}
