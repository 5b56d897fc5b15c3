import { TakePostBack } from "@/components/posts/take-back-form";
import { TextLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import type { ShareLine } from "@/lib/shares/queries";

/** Where copies of something are, each with the way to take it back. */
export function SharedWhere({ shares }: { shares: ShareLine[] }) {
  if (shares.length === 0) return null;
  return (
    <Section title="Shared">
      <ul className="border-line border-t">
        {shares.map((share) => (
          <li
            key={share.postId}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b py-2"
          >
            {share.circle === null ? (
              <p className="py-2 text-muted">
                In a circle that you have left, <Time moment={share.said} />. What you shared stays there,
                under your alias alone.
              </p>
            ) : (
              <>
                <p>
                  A copy is in{" "}
                  <TextLink href={`/circles/${share.circleId}/posts/${share.postId}`}>
                    {share.circle}
                  </TextLink>
                  , <Time moment={share.said} />
                </p>
                <TakePostBack circleId={share.circleId} postId={share.postId} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
