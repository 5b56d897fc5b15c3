/** The first stop of the keyboard: past the navigation, to the page itself. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-30 focus:rounded-full focus:bg-sage focus:px-5 focus:py-2.5 focus:font-semibold focus:text-on-sage"
    >
      Skip to the page
    </a>
  );
}
