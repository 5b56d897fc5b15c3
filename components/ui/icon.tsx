import icons from "./icons.svg";

export type IconName =
  | "arrow-left"
  | "check"
  | "chevron-down"
  | "clock"
  | "door-open"
  | "ear"
  | "eye"
  | "globe"
  | "heart"
  | "info"
  | "life-buoy"
  | "lightbulb"
  | "link"
  | "mail"
  | "menu"
  | "message-circle"
  | "minus"
  | "moon"
  | "notebook-pen"
  | "pause"
  | "pencil"
  | "phone"
  | "play"
  | "plus"
  | "reply"
  | "search"
  | "settings"
  | "share-2"
  | "shield"
  | "sparkles"
  | "sprout"
  | "sun"
  | "trash-2"
  | "undo-2"
  | "user-plus"
  | "users"
  | "video";

/**
 * A shape beside words, never instead of them: it is not read out. All shapes lie in one file, which the
 * browser keeps.
 */
export function Icon({ name, className }: { name: IconName; className?: string | undefined }) {
  return (
    <svg aria-hidden="true" className={className ? `icon ${className}` : "icon"}>
      <use href={`${icons.src}#${name}`} />
    </svg>
  );
}
