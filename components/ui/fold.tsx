import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { Icon } from "./icon";

export type FoldLook = "box" | "phone" | "button" | "link";

/**
 * Something that is there when it is wanted. `box` is a row that opens; `phone` is one on the phone, and on wider
 * screens what is in it simply stands there; `button` stands among buttons and opens below it; `link` is a few
 * words in a line of text, such as "Show as table".
 */
export function Fold({
  summary,
  children,
  open = false,
  look = "box",
  toRead = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean;
  look?: FoldLook;
  /** A box that holds something to read: closed, its heading still stands on paper, and says that it is folded. */
  toRead?: boolean;
}) {
  if (look === "button") {
    return (
      <details open={open} className="group">
        <summary className={buttonClass({}, "list-none")}>{summary}</summary>
        <div className="mt-3 rounded-2xl border border-line px-4.5 py-4">{children}</div>
      </details>
    );
  }
  if (look === "link") {
    return (
      <details open={open} className="group text-sm">
        <summary className="link inline-flex min-h-11 list-none items-center text-muted">{summary}</summary>
        <div className="pt-1 pb-2">{children}</div>
      </details>
    );
  }
  const onPhone = look === "phone" ? phone : { box: "", row: "", content: "" };
  return (
    <details
      open={open}
      className={`group rounded-xl border border-line ${onPhone.box}`}
      {...(look === "phone" && { "data-stands-open": "" })}
      {...(toRead && { "data-to-read": "" })}
    >
      <summary
        className={`flex min-h-13 list-none items-center justify-between gap-4 rounded-xl px-4.5 py-3 text-muted hover:text-ink ${onPhone.row}`}
      >
        <span className="min-w-0">{summary}</span>
        <Icon name="chevron-down" className="gentle group-open:rotate-180" />
      </summary>
      <div className={`px-4.5 pt-1 pb-5 ${onPhone.content}`}>{children}</div>
    </details>
  );
}

const phone = {
  box: "stands-open:border-0 stands-open:details-content:[content-visibility:visible]",
  row: "stands-open:hidden",
  content: "stands-open:p-0",
};
