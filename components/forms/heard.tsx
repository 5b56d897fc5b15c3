"use client";

const ID = "heard";

/** Where a form is heard that its own answer took off the page. */
export const Heard = () => <p id={ID} role="status" className="sr-only" />;

export function hear(words: string): void {
  const place = document.getElementById(ID);
  if (place && (words || place.textContent)) place.textContent = words;
}
