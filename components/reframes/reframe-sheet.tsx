import type { ReactNode } from "react";
import { BeforeAfter } from "@/components/reframes/before-after";
import { wordsToDraw } from "@/components/ui/linked-words";
import { Prose } from "@/components/ui/prose";
import type { ReframeView } from "@/lib/reframes/queries";
import { isComparable } from "@/lib/reframes/rules";
import { trapOf } from "@/lib/reframes/traps";

/** A reframe as it is read again: the thought and the fairer one beside each other, then what lies between them. */
export function ReframeSheet({ reframe }: { reframe: ReframeView }) {
  const trap = trapOf(reframe.trap);
  const sides = [
    ["What speaks for it", reframe.evidenceFor],
    ["What speaks against it", reframe.evidenceAgainst],
  ] as const;
  return (
    <>
      <div className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-2">
        <Part title="First thought">
          <Prose words={wordsToDraw(reframe.thought)} />
        </Part>
        {reframe.fairer && (
          <Part title="A fairer thought">
            <Prose words={wordsToDraw(reframe.fairer)} />
          </Part>
        )}
      </div>
      {trap && (
        <div className="mt-6">
          <Part title="The trap in it">
            <p>
              <span className="font-medium">{trap.name}.</span>{" "}
              <span className="text-muted">{trap.plain}</span>
            </p>
          </Part>
        </div>
      )}
      {sides.some(([, words]) => words) && (
        <div className="mt-6 grid gap-x-8 gap-y-6 md:grid-cols-2">
          {sides.map(
            ([title, words]) =>
              words && (
                <Part key={title} title={title}>
                  <Prose words={wordsToDraw(words)} size="reply" />
                </Part>
              ),
          )}
        </div>
      )}
      {isComparable(reframe.feelings) && (
        <div className="mt-6">
          <Part title="What it felt like">
            <BeforeAfter feelings={reframe.feelings} />
          </Part>
        </div>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold text-muted text-sm">{title}</h2>
      <div className="mt-1">{children}</div>
    </section>
  );
}
