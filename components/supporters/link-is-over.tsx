import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";

/**
 * To whoever holds a link behind which there is nothing: the same words whether it ended by the clock, was ended, or
 * never was one, so that nobody learns which.
 */
export function LinkIsOver() {
  return (
    <>
      <title>Nothing behind this link · Onward</title>
      <PageHeader
        title="There is nothing behind this link just now"
        sub="What somebody shares with you this way is there for a while, and its address has to be whole. That it is not here says nothing about you. If you would like to look again, ask whoever sent it: they can make you another link."
      />
      <ButtonLink href="/">What Onward is</ButtonLink>
    </>
  );
}
