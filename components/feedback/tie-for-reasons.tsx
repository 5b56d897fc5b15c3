import type { ReactNode } from "react";

/** Why what they said cannot become a reason yet, and what would change that: `tie`, where there is a setback. */
export function TieForReasons({ tie }: { tie: ReactNode }) {
  return (
    <div className="mt-5 grid gap-3">
      <p className="max-w-words text-muted">
        {tie
          ? "A reason belongs to a setback. If this letter is about one of yours, tie it there, and what they said can become a reason of it."
          : "A reason belongs to a setback, and there is none of yours here that this letter could be about. If you log it one day, you can tie the two together here."}
      </p>
      {tie}
    </div>
  );
}
