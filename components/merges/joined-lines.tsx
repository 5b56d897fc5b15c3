import { TextLink } from "@/components/ui/link";
import type { Joined } from "@/lib/merges/joined";

/** The way back to what was said in circles that joined another one, for as long as it can be read. */
export function JoinedLines({ joined }: { joined: Joined[] }) {
  return joined.map(({ id, name, until }) => (
    <p key={id} className="mt-4 max-w-words text-muted text-sm">
      <TextLink href={`/circles/${id}/merge`}>What was said in {name}</TextLink>, before it became part of
      this circle, you can read until {until}.
    </p>
  ));
}
