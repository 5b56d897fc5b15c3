import { Notice } from "@/components/ui/notice";

/** Instead of a question, on a day on which a setback was logged. */
export function CanWait({ children }: { children: string }) {
  return (
    <Notice title="This can wait" icon="moon">
      You logged a setback today. {children}
    </Notice>
  );
}
