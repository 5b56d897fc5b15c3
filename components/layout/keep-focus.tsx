"use client";
import { useEffect } from "react";

/**
 * Where focus goes when what had it is taken off the page: a button whose form is done, a link whose page is left.
 * The browser would drop it, and whoever has only a keyboard, or listens, would have to find their place anew. It
 * goes to the nearest heading of what is still there, which on a new page is the page's own, or to the place on it
 * that the link led to; from within a fold to the fold, and from within what takes focus by itself
 * (`data-takes-focus`: one thing of a list, that stays) to that. What looks after focus by itself, such as a form
 * that was refused, does so afterwards and is left in peace.
 */
export function KeepFocus() {
  useEffect(() => {
    /** What had focus last, and all that it was in, the innermost first. */
    let path: EventTarget[] = [];
    let address = "";
    const focused = (event: FocusEvent) => {
      path = event.composedPath();
      address = location.href;
    };
    const watch = new MutationObserver(() => {
      const [lost] = path;
      if (document.activeElement !== document.body || !(lost instanceof Element) || lost.isConnected) return;
      const place = (address !== location.href && placeLedTo()) || placeNear(path);
      if (!place) return;
      if (place.tabIndex < 0) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    });
    const folded = ({ target: fold }: Event) => {
      if (!(fold instanceof HTMLDetailsElement) || fold.open || !path.includes(fold)) return;
      const isLost = document.activeElement === document.body || fold.contains(document.activeElement);
      if (isLost) fold.querySelector("summary")?.focus({ preventScroll: true });
    };
    document.addEventListener("focusin", focused);
    document.addEventListener("toggle", folded, true);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", focused);
      document.removeEventListener("toggle", folded, true);
      watch.disconnect();
    };
  }, []);
  return null;
}

/** Where on a new page its address leads: the heading of that place, or the place. A field would bring up a phone's keyboard. */
function placeLedTo(): HTMLElement | null {
  const place = location.hash && document.getElementById(location.hash.slice(1));
  return place ? (place.querySelector<HTMLElement>("h1, h2, h3") ?? place) : null;
}

const NEAR = "main details, main [data-takes-focus], main section:has(h2, h3)";

function placeNear(path: EventTarget[]): HTMLElement | null {
  const near = path.find(
    (one): one is HTMLElement =>
      one instanceof HTMLElement && one.isConnected && one.matches(NEAR) && !standsOpen(one),
  );
  if (near instanceof HTMLDetailsElement) return summaryOf(near);
  if (near && "takesFocus" in near.dataset) return near;
  return (near ?? document).querySelector<HTMLElement>("h1, h2, h3");
}

const summaryOf = (fold: HTMLElement) => fold.querySelector<HTMLElement>(":scope > summary");

/** On a wide screen some folds simply stand there, without anything to open them by. */
const standsOpen = (one: HTMLElement): boolean =>
  one instanceof HTMLDetailsElement && !summaryOf(one)?.checkVisibility();
