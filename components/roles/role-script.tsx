import { Fold } from "@/components/ui/fold";
import type { TurnRole } from "@/lib/roles/rules";
import { scripts } from "@/lib/roles/scripts";

const titles: Record<TurnRole, string> = {
  facilitator: "Holding the circle, step by step",
  timekeeper: "Keeping the time, step by step",
};

/** What to do for the first time, with words to borrow. */
export function RoleScript({ role, open }: { role: TurnRole; open: boolean }) {
  return (
    <Fold summary={titles[role]} toRead open={open}>
      <ol className="grid max-w-words gap-5">
        {scripts[role].map(({ when, does, says }) => (
          <li key={when}>
            <h3 className="font-medium font-serif text-lg">{when}</h3>
            <ul className="mt-1 list-disc pl-5">
              {does.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
            {says && (
              <p className="mt-2 border-sage border-l-2 pl-4 font-serif text-muted">
                <span className="sr-only">In your words, or these: </span>“{says}”
              </p>
            )}
          </li>
        ))}
      </ol>
    </Fold>
  );
}
