import type { Route } from "next";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

const rooms = [
  {
    href: "/settings/sign-in",
    label: "Signing in",
    about:
      "Your e-mail address, password, passkeys and one-time codes, and the devices on which you are signed in.",
    icon: "door-open",
  },
  {
    href: "/supporters",
    label: "Supporters",
    about: "A friend or a counsellor sees what you choose, for as long as you choose.",
    icon: "users",
  },
  {
    href: "/settings/reminders",
    label: "Mails and quiet hours",
    about: "An evening check, a digest of your week, what has come due, and what waits in your circles.",
    icon: "mail",
  },
  {
    href: "/settings/calendar",
    label: "Your calendar",
    about: "When your circles meet and what you said you would do, in your own calendar program.",
    icon: "link",
  },
  {
    href: "/settings/advising",
    label: "What you could be asked about",
    about: "Kinds of setback that you came through, for people in your circles who are open to ideas.",
    icon: "lightbulb",
  },
  {
    href: "/settings/history",
    label: "What happened to your account",
    about: "Who signed in and when, and what was changed.",
    icon: "clock",
  },
  {
    href: "/settings/blocked",
    label: "Whom you blocked",
    about: "Who sees nothing of you, and you nothing of them.",
    icon: "shield",
  },
  {
    href: "/decisions",
    label: "From the moderators",
    about: "Their answers to what you reported, and what they decided about something of yours.",
    icon: "message-circle",
  },
  {
    href: "/settings/export",
    label: "Take everything along",
    about: "Everything of yours in one file.",
    icon: "notebook-pen",
  },
  {
    href: "/settings/delete",
    label: "Delete your account",
    about: "Everything of yours, in circles too. You have seven days to change your mind.",
    icon: "trash-2",
  },
] as const satisfies { href: Route; label: string; about: string; icon: IconName }[];

const forModerators = {
  href: "/moderation",
  label: "Moderation",
  about: "What members reported, for you as a moderator.",
  icon: "eye",
} as const;

/** The rooms behind Settings, each with a line on what is done there. */
export function SettingsRooms({ isModerator }: { isModerator: boolean }) {
  return (
    <ul className="divide-y divide-line border-line border-y">
      {[...(isModerator ? [forModerators] : []), ...rooms].map(({ href, label, about, icon }) => (
        <li key={href}>
          <Link href={href} className="group flex min-h-14 items-start gap-3.5 px-1 py-3.5">
            <Icon name={icon} className="mt-0.5 text-muted" />
            <span className="min-w-0">
              <span className="block font-medium group-hover:text-sage">{label}</span>
              <span className="block text-muted text-sm">{about}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
