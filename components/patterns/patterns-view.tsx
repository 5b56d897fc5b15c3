import { Closing } from "@/components/patterns/closing";
import { FeelingsPicture } from "@/components/patterns/feelings-picture";
import { MonthsPicture } from "@/components/patterns/months-picture";
import { SharesPicture } from "@/components/patterns/shares-picture";
import { CanWait } from "@/components/phases/can-wait";
import { closingOf } from "@/lib/patterns/closing";
import type { findPatterns } from "@/lib/patterns/queries";
import { ENOUGH } from "@/lib/patterns/rules";

type Props = { patterns: Awaited<ReturnType<typeof findPatterns>> };

/** Where setbacks happen, one picture after the other, and at most one thing to take along. */
export function PatternsView({ patterns }: Props) {
  const { kinds, months, roles, industries, sources, whose, feelings, waits } = patterns;
  const closing = closingOf(patterns, waits);
  const undrawn = [
    kinds.cases === 0 && "how far it got",
    roles.cases === 0 && "a role",
    industries.cases === 0 && "an industry",
    sources.cases === 0 && "where you found the job",
  ].filter((what) => what !== false);
  const isSure = [kinds, roles, industries, sources, whose].some(({ cases }) => cases >= ENOUGH);
  return (
    <>
      {waits && <CanWait />}
      {isSure && (
        <p className="mt-6 max-w-words text-muted">
          A thin line under a bar shows how sure its share is: it most likely lies within that line, and a
          long line means that nobody can tell yet.
        </p>
      )}
      <SharesPicture
        title="How far it got"
        shares={kinds}
        about={{ one: "setback says how far it got", many: "setbacks say how far they got" }}
      />
      <MonthsPicture months={months} />
      <SharesPicture
        title="Role"
        shares={roles}
        about={{ one: "setback names a role", many: "setbacks name a role" }}
      />
      <SharesPicture
        title="Industry"
        shares={industries}
        about={{ one: "setback names an industry", many: "setbacks name an industry" }}
      />
      <SharesPicture
        title="Where you found the job"
        shares={sources}
        about={{ one: "setback says where you found the job", many: "setbacks say where you found the job" }}
      />
      {!patterns.isMineAlone && (
        <SharesPicture
          title="Whose the reasons were"
          shares={whose}
          about={{ one: "reason is sorted", many: "reasons are sorted" }}
          also="What you let go is not counted."
        />
      )}
      <FeelingsPicture feelings={feelings} />
      {undrawn.length > 0 && (
        <p className="mt-11 max-w-words text-muted text-sm">
          Not drawn, because no setback says it: {undrawn.join(", ")}. That is fine; one line is enough for a
          setback.
        </p>
      )}
      {closing && <Closing {...closing} />}
    </>
  );
}
