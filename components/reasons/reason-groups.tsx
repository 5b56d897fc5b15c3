import { Press } from "@/components/forms/press";
import { ReasonItem } from "@/components/reasons/reason-item";
import { Fold } from "@/components/ui/fold";
import { Section } from "@/components/ui/section";
import { letReasonGo } from "@/lib/reasons/actions";
import type { ReasonLine } from "@/lib/reasons/queries";
import { canLetGo } from "@/lib/reasons/rules";
import { whoses, whoseWords } from "@/lib/reasons/schema";

/**
 * Reasons by whose they were: first what is not sorted, last what was let go, folded away. Where they wait, they can
 * be read, let go and taken out, and nobody asks whose they were.
 */
export function ReasonGroups({ reasons, waits = false }: { reasons: ReasonLine[]; waits?: boolean }) {
  const unsorted = reasons.filter(({ whose }) => whose === null);
  const gone = reasons.filter(({ letGoAt }) => letGoAt !== null);
  const freeable = reasons.filter(canLetGo);
  return (
    <>
      <Group
        title="Not sorted yet"
        hint={waits ? "They can stay as they are." : "Whose was it? You can leave this open."}
        reasons={unsorted}
        waits={waits}
      />
      {whoses.map((whose) => (
        <Group
          key={whose}
          title={whoseWords[whose].heading}
          hint={whoseWords[whose].hint}
          reasons={reasons.filter((reason) => reason.whose === whose && !reason.letGoAt)}
          waits={waits}
        />
      ))}
      {freeable.length > 1 && (
        <div className="mt-6 flex">
          <Press
            action={letReasonGo}
            about={{ reasonId: freeable.map(({ id }) => id) }}
            says="Let go of all that was not mine"
            label="Let go of everything that was theirs or chance"
            variant="quiet"
          />
        </div>
      )}
      {gone.length > 0 && (
        <div className="mt-11">
          <Fold summary="Let go">
            <p className="text-muted">These count against nobody, not you and not them.</p>
            <ul className="mt-3">
              {gone.map((reason) => (
                <ReasonItem key={reason.id} reason={reason} waits={waits} />
              ))}
            </ul>
          </Fold>
        </div>
      )}
    </>
  );
}

type GroupProps = { title: string; hint: string; reasons: ReasonLine[]; waits: boolean };

function Group({ title, hint, reasons, waits }: GroupProps) {
  if (reasons.length === 0) return null;
  return (
    <Section title={title}>
      <p className="-mt-2 mb-3 max-w-words text-muted text-sm">{hint}</p>
      <ul>
        {reasons.map((reason) => (
          <ReasonItem key={reason.id} reason={reason} waits={waits} />
        ))}
      </ul>
    </Section>
  );
}
