import { Form } from "@/components/forms/form";
import { HiddenField } from "@/components/forms/hidden-field";
import { Press } from "@/components/forms/press";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Fold } from "@/components/ui/fold";
import { Name } from "@/components/ui/name";
import { keepTurn, offerTurn, takeTurn } from "@/lib/roles/actions";
import type { Roles, RolesWeek, Turn } from "@/lib/roles/queries";
import type { TurnRole } from "@/lib/roles/rules";

type Props = {
  roles: Pick<Roles, "circle" | "weeks" | "others">;
  /** Gives each offer the id of its row. */
  mint: () => string;
};

const does: Record<TurnRole, string> = { facilitator: "Holds it", timekeeper: "Keeps the time" };

/** The weeks that come, by their meetings: whose turn each is, and what can be done about it in one press. */
export function Schedule({ roles, mint }: Props) {
  return (
    <ol className="grid gap-3">
      {roles.weeks.map((week) => (
        <li key={week.weekOn} className="rounded-2xl border border-line px-5 py-4 sm:px-7">
          <h3 className="font-medium">
            {week.meets}
            {week.isNow && <span className="text-muted text-sm"> · this week</span>}
          </h3>
          <dl className="mt-1.5 grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {(["facilitator", "timekeeper"] as const).map((role) => {
              const turn = week[role];
              return (
                turn && (
                  <div key={role}>
                    <dt className="text-muted text-sm">{does[role]}</dt>
                    <dd>
                      <Name className={turn.isMe ? "font-semibold" : ""}>{turn.alias}</Name>
                      {turn.isMe && <span className="text-muted"> (you)</span>}
                      {turn.isTaken && <span className="text-muted text-sm"> · stands in</span>}
                      <AboutTurn roles={roles} week={week} role={role} turn={turn} mint={mint} />
                    </dd>
                  </div>
                )
              );
            })}
          </dl>
        </li>
      ))}
    </ol>
  );
}

/** What is asked about somebody's turn, and the presses of whoever may answer. */
function AboutTurn({
  roles: { circle, others },
  week,
  role,
  turn,
  mint,
}: Props & { week: RolesWeek; role: TurnRole; turn: Turn }) {
  const on = `${does[role].toLowerCase()}, ${week.meets}`;
  if (turn.offer) {
    const { swapId, asked } = turn.offer;
    const about = { circleId: circle.id, swapId };
    return (
      <div className="grid justify-items-start gap-1 text-sm">
        <p className="text-muted">
          {asked ? (
            <>
              {turn.isMe ? "You ask" : "Asks"} {asked.isMe ? "you" : <Name>{asked.alias}</Name>} to stand in.
            </>
          ) : turn.isMe ? (
            "You ask whether somebody can stand in."
          ) : (
            "Asks whether somebody can stand in."
          )}
        </p>
        {turn.canTake && (
          <Press
            action={takeTurn}
            about={about}
            says="I will"
            label={`I will: ${on}`}
            variant="quiet"
            icon="check"
          />
        )}
        {turn.isMe && (
          <Press
            action={keepTurn}
            about={about}
            says="Keep it after all"
            label={`Keep it after all: ${on}`}
          />
        )}
      </div>
    );
  }
  if (!turn.canOffer) return null;
  const about = { circleId: circle.id, weekOn: week.weekOn, role };
  return (
    <div className="grid justify-items-start text-sm">
      <Press
        action={offerTurn}
        about={{ id: mint(), ...about }}
        says="Offer it to the circle"
        label={`Offer it to the circle: ${on}`}
      />
      {others.length > 0 && (
        <Fold look="link" summary={`Or ask somebody${role === "timekeeper" ? " to keep the time" : ""}`}>
          <Form action={offerTurn} label={`Ask somebody: ${on}`} className="grid gap-3">
            <HiddenField name="id" value={mint()} />
            {Object.entries(about).map(([name, value]) => (
              <HiddenField key={name} name={name} value={value} />
            ))}
            <SelectField
              name="alias"
              label="Whom"
              choices={others.map(({ alias }) => ({ value: alias, label: alias }))}
            />
            <SubmitButton variant="quiet" className="justify-self-start" pendingText="Asking">
              Ask them
            </SubmitButton>
          </Form>
        </Fold>
      )}
    </div>
  );
}
