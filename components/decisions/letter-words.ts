import type { DecisionKind, LetterSide, ReportAbout } from "@/lib/generated/enums";
import { aboutWords } from "@/lib/reports/rules";

type About = { side: LetterSide; kind: DecisionKind; about: ReportAbout };

const happened: Record<DecisionKind, string> = {
  none: "It stays as it is",
  hide: "Something of yours was hidden",
  warn: "A word of warning",
  remove: "You were taken out of a circle",
  suspend: "Your account rests for a while",
  close: "Your account is closed",
};

const hiddenWords: Partial<Record<ReportAbout, string>> = {
  reply: "reply",
  check_in: "check-in",
  commitment: "commitment",
  turn: "line of a meeting",
};

/** What a letter is called, in a list and at its head. */
export function titleOf({ side, kind, about }: About): string {
  if (side === "appeal_kept") return "Your appeal: the decision stays";
  if (side === "appeal_changed") return "Your appeal: the decision is taken back";
  if (side === "reporter_changed") return `Once more about ${aboutWords[about]} that you reported`;
  if (side === "reporter") return `An answer about ${aboutWords[about]} that you reported`;
  return happened[kind];
}

/** What follows from it, for the one who reads. */
export function sayWhatFollows({
  side,
  kind,
  about,
  until,
  circleName,
}: About & { until: string | null; circleName: string }): string {
  const where = circleName ? ` in ${circleName}` : "";
  if (side === "appeal_kept") return "Another moderator looked at it and left it as it was decided.";
  if (side === "appeal_changed")
    return kind === "remove"
      ? "Another moderator looked at it. You may come back by an invitation."
      : "Another moderator looked at it, and what was decided is undone.";
  if (side === "reporter_changed")
    return "Another moderator looked at it again, and what was decided is taken back.";
  if (side === "reporter")
    return kind === "none"
      ? "The moderators looked at it and left it as it is."
      : "The moderators looked at it and did something about it.";
  switch (kind) {
    case "none":
      return `What you shared${where} is there for the circle to see now.`;
    case "hide":
      if (about === "ask") return "Your ask for a seat is over.";
      if (about === "circle") return "The circle is not on the list of open circles any more.";
      return `You alone see this ${hiddenWords[about] ?? "post"}${where} now.`;
    case "warn":
      return "Nothing changes. Please read why.";
    case "remove":
      return `You are not in this circle any more${where && `: ${circleName}`}. What you wrote there stays under your alias.`;
    case "suspend":
      return `Until ${until} you can read this, appeal, see Settings, take everything of yours along, and delete your account. Everything of yours stays.`;
    case "close":
      return "It is deleted seven days after this was decided. Until then you can appeal, and then it waits for the answer.";
  }
}
