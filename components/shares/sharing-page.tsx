import type { Route } from "next";
import type { ReactNode } from "react";
import { NoCircle } from "@/components/shares/no-circle";
import { TextLink } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { SeatLine } from "@/lib/memberships/queries";
import type { PreviewOf } from "@/lib/shares/preview";

type Props = {
  /** What is shared, as its author calls it: "your setback". */
  what: string;
  back: { href: Route; label: string };
  seats: SeatLine[];
  preview: PreviewOf<unknown> | null;
  changed: boolean;
  isVerified: boolean;
  /** What is to be said beside the preview. */
  beside?: ReactNode;
  /** What the choice is called, and what is said of it, where that is no setback's. */
  title?: string;
  sub?: string;
  /** The choice, or the preview. */
  children: ReactNode;
};

/** The frame of choosing, looking and sending, whatever it is that goes. */
export function SharingPage({
  what,
  back,
  seats,
  preview,
  changed,
  isVerified,
  beside,
  title = "Share with a circle",
  sub = "You choose what goes, and see it before it is sent.",
  children,
}: Props) {
  return (
    <>
      <PageHeader
        title={preview ? `What ${preview.seat.name} will see` : title}
        sub={
          preview
            ? `Exactly this, and nothing else. It is a copy: what you change in ${what} later stays with you.`
            : sub
        }
        back={back}
      />
      <div className="mt-6 grid gap-3 empty:hidden">
        {changed && (
          <Notice tone="care" icon="eye">
            Something changed since you last looked, so nothing was shared. This is how it is now.
          </Notice>
        )}
        {!isVerified && seats.length > 0 && (
          <Notice icon="mail">
            Before you can share, please confirm your e-mail address: the mail we sent you tells how, and{" "}
            <TextLink href="/settings">Settings</TextLink> sends it again. You can choose and look already.
          </Notice>
        )}
        {beside}
      </div>
      {seats.length === 0 ? <NoCircle /> : children}
    </>
  );
}
