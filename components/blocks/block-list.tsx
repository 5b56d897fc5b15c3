import { Press } from "@/components/forms/press";
import { Link } from "@/components/ui/link";
import { Name } from "@/components/ui/name";
import { Time } from "@/components/ui/time";
import { unblock } from "@/lib/blocks/actions";
import type { BlockLine } from "@/lib/blocks/queries";

/** Whom somebody blocked, each with the way back, and the way to the moderators. */
export function BlockList({ blocks }: { blocks: BlockLine[] }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {blocks.map(({ id, alias, circleName, since }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-5 gap-y-1 py-3">
          <p className="min-w-0 flex-1 basis-56 break-words">
            <Name className="font-medium">{alias}</Name>{" "}
            <span className="text-muted text-sm">
              from <Name>{circleName}</Name>, blocked <Time moment={since} />
            </span>
          </p>
          <Link
            href={`/report/blocked/${id}/${id}`}
            aria-label={`Report ${alias}`}
            className="link inline-flex min-h-11 items-center"
          >
            Report
          </Link>
          <Press
            action={unblock}
            about={{ blockId: id }}
            says="Unblock"
            label={`Unblock ${alias}`}
            variant="quiet"
            pendingText="One moment"
          />
        </li>
      ))}
    </ul>
  );
}
