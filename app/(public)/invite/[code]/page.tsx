import type { Metadata } from "next";
import { InvitationGone } from "@/components/circles/invitation-gone";
import { InvitedView } from "@/components/circles/invited-view";
import { SeatedView } from "@/components/circles/seated-view";
import { page } from "@/components/layout/page";
import { findInvitedCircle } from "@/lib/circles/queries";
import { findSeatByCode } from "@/lib/memberships/queries";
import { readAsVisitor } from "@/lib/viewer";

// A link that somebody sent: nothing about the circle shows in previews, tabs or histories.
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default page("An invitation", async ({ params }: PageProps<"/invite/[code]">) => {
  const { code } = await params;
  const { circle, seat, name } = await readAsVisitor(async (visitor) => ({
    circle: await findInvitedCircle(visitor, code),
    // Whoever sits there already gets to their circle even when the link has been used up.
    seat: visitor.viewer && (await findSeatByCode(visitor.viewer, code)),
    name: visitor.viewer?.name ?? null,
  }));
  if (seat) return <SeatedView circleId={seat.circleId} alias={seat.alias} />;
  // An answer of its own and not a 404, whose words Next shows only with JavaScript.
  if (!circle) return <InvitationGone />;
  return <InvitedView circle={circle} code={code} name={name} />;
});
