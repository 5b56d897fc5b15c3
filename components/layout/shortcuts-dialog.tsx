"use client";
import type { Route } from "next";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { morePlaces, type Place, places } from "./places";
import { areSingleKeysOn, switchSingleKeys } from "./single-keys";

/** A place, and other words under which it is looked for. */
type Target = Place & { words?: string };

const targetsWith = (circles: Place[]): Target[] => [
  { href: "/setbacks/new", label: "Log a setback", icon: "notebook-pen" },
  ...places,
  ...circles,
  ...morePlaces.map((place) => ({ ...place, words: otherWords[place.href] ?? "" })),
  { href: "/numbers", label: "Your numbers", icon: "eye", words: "figures pictures charts export" },
  { href: "/today/arrange", label: "Arrange Today", icon: "settings", words: "sections pictures" },
  { href: "/settings/reminders", label: "Mails and quiet hours", icon: "mail", words: "reminders digest" },
  { href: "/settings/calendar", label: "Your calendar", icon: "link", words: "feed ics" },
  { href: "/goals/new", label: "Add a goal", icon: "plus" },
  { href: "/circles/new", label: "Open a circle", icon: "user-plus" },
];

const otherWords: Partial<Record<string, string>> = {
  "/week": "plan this week planned steps",
  "/wishes": "wish obstacle",
  "/wins": "look back celebrate",
};

/** The circles that the member sits in. Without them there are the other places. */
async function findCircles(): Promise<Place[]> {
  const answer = await fetch("/api/circles");
  const circles: { id: string; name: string }[] = await answer.json();
  return circles.map(({ id, name }) => ({ href: `/circles/${id}` as Route, label: name, icon: "users" }));
}

/** What the keyboard can do, or where it can go. */
export function ShortcutsDialog({ shown, close }: { shown: "list" | "jump"; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label={shown === "jump" ? "Jump to a place" : "Keyboard shortcuts"}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-2xl border border-line bg-paper p-5"
    >
      {shown === "jump" ? <Jump close={() => dialog.current?.close()} /> : <List />}
      <Button className="mt-3" variant="plain" onClick={() => dialog.current?.close()}>
        Close
      </Button>
    </dialog>
  );
}

function Jump({ close }: { close: () => void }) {
  const [typed, setTyped] = useState("");
  const [circles, setCircles] = useState<Place[]>([]);
  const first = useRef<HTMLUListElement>(null);
  useEffect(() => {
    findCircles().then(setCircles, () => {});
  }, []);
  const wanted = typed.trim().toLowerCase();
  const found = targetsWith(circles).filter(({ label, words = "" }) =>
    `${label} ${words}`.toLowerCase().includes(wanted),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        first.current?.querySelector("a")?.click();
      }}
    >
      <label htmlFor="jump" className="mb-1 inline-block font-medium">
        Where to?
      </label>
      <input
        id="jump"
        className="control"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul ref={first} className="mt-3 max-h-[50vh] overflow-y-auto p-1">
        {found.map(({ href, label, icon }) => (
          <li key={href}>
            <Link
              href={href}
              onClick={close}
              className="flex min-h-11 items-center gap-3 rounded-lg px-3 hover:bg-card"
            >
              <Icon name={icon} className="text-muted" />
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p role="status" className="px-4 text-muted empty:sr-only">
        {found.length === 0 ? "No place by that name." : null}
      </p>
    </form>
  );
}

function List() {
  const [on, setOn] = useState(areSingleKeysOn);
  return (
    <>
      <h2 className="font-medium font-serif text-2xl">Keyboard shortcuts</h2>
      <dl className="mt-4 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-3">
        {[
          ["?", "Show this list"],
          ["n", "Log a setback"],
          ["l", "Log the small step on Today"],
          ["Ctrl K or ⌘ K", "Jump to a place"],
          ["Esc Esc Esc", "Leave quickly"],
        ].map(([keys, what]) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-md border border-control px-2 py-0.5 font-sans text-sm">{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-5 flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-6"
          checked={on}
          onChange={(event) => {
            switchSingleKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        Shortcuts of a single key are on
      </label>
      <p className="text-muted text-sm">When they are off, Ctrl K or ⌘ K still works.</p>
    </>
  );
}
