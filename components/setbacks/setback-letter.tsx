import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import type { SetbackView } from "@/lib/setbacks/queries";

const facts = [
  ["company", "Company"],
  ["role", "Role"],
  ["industry", "Industry"],
  ["stage", "How far it had come"],
  ["source", "Found through"],
] as const;

/** A setback as a letter to oneself: what it felt like, the story, and below it the plain facts. */
export function SetbackLetter({ setback, kindThing }: { setback: SetbackView; kindThing: string }) {
  const told = facts.filter(([field]) => setback[field] !== null);
  return (
    <>
      {setback.feelings.length > 0 && (
        <ul aria-label="What it felt like" className="mt-4 flex flex-wrap gap-1.5">
          {setback.feelings.map(({ word, strength }) => (
            <li key={word}>
              <Chip>
                {word} {strength}
                <span className="sr-only"> of 10</span>
              </Chip>
            </li>
          ))}
        </ul>
      )}
      <Prose words={wordsToDraw(setback.happened)} size="letter" className="mt-6" />
      <Card className="mt-8">
        <p className="font-medium font-serif text-lg">{kindThing}</p>
      </Card>
      {told.length > 0 && (
        <dl className="mt-8 grid gap-x-8 gap-y-3 border-line border-t pt-6 sm:grid-cols-[max-content_1fr]">
          {told.map(([field, label]) => (
            <div key={field} className="contents">
              <dt className="text-muted text-sm max-sm:-mb-3">{label}</dt>
              <dd className="wrap-anywhere">{setback[field]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
