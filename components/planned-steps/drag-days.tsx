"use client";
import { type DragEvent, type ReactNode, useEffect, useRef } from "react";

const dayAround = (target: EventTarget) => (target as Element).closest<HTMLElement>("[data-day]");

/**
 * Lets steps be dragged to another day of the week. A step that is dropped sends the form of its own menu, which is
 * there for the keyboard, for touch and without JavaScript.
 */
export function DragDays({ children }: { children: ReactNode }) {
  const days = useRef<HTMLDivElement>(null);
  const dragged = useRef<HTMLElement>(null);
  const over = useRef<HTMLElement>(null);

  // Only a browser that can drop them lets them be taken up. Steps may be others after each drawing.
  useEffect(() => {
    for (const step of days.current?.querySelectorAll<HTMLElement>("[data-step]") ?? [])
      step.draggable = true;
  });

  function mark(day: HTMLElement | null) {
    over.current?.removeAttribute("data-over");
    over.current = day;
    day?.setAttribute("data-over", "");
  }

  function drag(event: DragEvent) {
    if (!dragged.current) return;
    event.preventDefault();
    mark(dayAround(event.target));
  }

  function drop(event: DragEvent) {
    const day = dayAround(event.target)?.dataset.day;
    const menu = dragged.current?.querySelector<HTMLSelectElement>("select[name=day]");
    if (!day || !menu) return;
    event.preventDefault();
    if (menu.value === day) return;
    menu.value = day;
    menu.form?.requestSubmit();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what can be done by dragging is done by each step's menu, too.
    <div
      ref={days}
      onDragStart={({ target }) => {
        dragged.current = target instanceof HTMLElement && target.dataset.step ? target : null;
      }}
      onDragOver={drag}
      onDrop={drop}
      onDragEnd={() => {
        dragged.current = null;
        mark(null);
      }}
    >
      {children}
    </div>
  );
}
