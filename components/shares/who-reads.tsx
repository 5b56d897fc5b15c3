import type { Route } from "next";
import { TextLink } from "@/components/ui/link";

type Props<T extends string> = { isShared: boolean; share: Route<T> };

/** Who can read something of a member's own, and the way to a circle. */
export function WhoReads<T extends string>({ isShared, share }: Props<T>) {
  return (
    <>
      {isShared ? "A part of it is shared." : "Only you can read this."}{" "}
      <span data-print="no">
        <TextLink href={share}>Share with a circle</TextLink>
      </span>
    </>
  );
}
