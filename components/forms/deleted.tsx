import type { ReactNode } from "react";
import { Press } from "@/components/forms/press";
import { Notice } from "@/components/ui/notice";
import type { FormAction } from "@/lib/form-state";

/**
 * Says that something was deleted, and takes that back with one press.
 *
 * @param about what the press is about, by the field's name.
 * @param label what the press does, for those who do not see where it stands.
 * @param children what went along, or stays.
 */
export function Deleted({
  title = "Deleted",
  undo,
  about,
  label,
  children,
}: {
  title?: string;
  undo: FormAction;
  about: Record<string, string>;
  label: string;
  children?: ReactNode;
}) {
  return (
    <Notice
      live
      title={title}
      action={<Press action={undo} about={about} says="Undo" label={label} icon="undo-2" variant="quiet" />}
    >
      That can be undone right now, here. {children}
    </Notice>
  );
}
