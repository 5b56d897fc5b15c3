"use client";
import { usePathname, useRouter } from "next/navigation";
import { type ComponentType, useEffect, useRef, useState } from "react";
import { areSingleKeysOn } from "./single-keys";

const WRITE = "/setbacks/new";

const focusFirstField = () => document.querySelector<HTMLTextAreaElement>("main textarea")?.focus();

/**
 * Listens for shortcuts: `?` lists them, `n` logs a setback, `l` logs the first of the small steps that Today asks for,
 * Command or Control with K jumps to a place. What they open is fetched when it is first wanted.
 */
export function Shortcuts() {
  const router = useRouter();
  const path = usePathname();
  const writes = useRef(false);
  // Each time it is opened is a dialog of its own: the one before may just be closing, and says so a moment later.
  const [shown, setShown] = useState<{ what: "list" | "jump"; time: number }>();
  const [Dialog, setDialog] = useState<ComponentType<{ shown: "list" | "jump"; close: () => void }>>();

  useEffect(() => {
    async function open(what: "list" | "jump") {
      const { ShortcutsDialog } = await import("./shortcuts-dialog");
      setDialog(() => ShortcutsDialog);
      setShown((before) => ({ what, time: (before?.time ?? 0) + 1 }));
    }
    function pressed(event: KeyboardEvent) {
      if (event.defaultPrevented || event.repeat) return;
      if ((event.metaKey || event.ctrlKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        void open("jump");
        return;
      }
      const writing =
        event.target instanceof Element &&
        event.target.closest("input, textarea, select, [contenteditable], dialog");
      if (writing || event.metaKey || event.ctrlKey || event.altKey || !areSingleKeysOn()) return;
      if (event.key === "?") void open("list");
      if (event.key === "l") document.querySelector<HTMLElement>("main [data-open-step] button")?.click();
      if (event.key === "n") {
        event.preventDefault();
        if (location.pathname === WRITE) return focusFirstField();
        writes.current = true;
        router.push(WRITE);
      }
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [router]);

  // Whoever came by `n` has their hands on the keyboard, and writes on.
  useEffect(() => {
    if (path === WRITE && writes.current) focusFirstField();
    writes.current = false;
  }, [path]);

  if (!Dialog || !shown) return null;
  const close = () => setShown((now) => (now === shown ? undefined : now));
  return <Dialog key={shown.time} shown={shown.what} close={close} />;
}
