const button = "inline-flex min-h-11 items-center rounded-full bg-sage px-4.5 font-semibold text-on-sage";

const said = {
  broken: {
    title: "Something went wrong",
    heading: "This page could not be shown",
    words:
      "Something went wrong on our side, not on yours. What you saved is safe, and what was saved as you wrote is kept too.",
  },
  away: {
    title: "Back in a moment",
    heading: "Onward cannot look anything up just now",
    words:
      "The place where Onward keeps things does not answer. What you saved is safe, and nobody has signed you out.",
  },
};

/**
 * Says what happened, that nothing is lost, and what to do. The log knows the cause by the reference. Every
 * page brings this along in case it breaks, so it stands on its own and weighs next to nothing.
 */
export function Broken({
  what = "broken",
  reference,
  retry,
}: {
  what?: keyof typeof said;
  reference: string;
  retry?: () => void;
}) {
  const { title, heading, words } = said[what];
  return (
    <>
      <title>{`${title} · Onward`}</title>
      <h1 className="font-medium font-serif text-3xl">{heading}</h1>
      <p className="mt-1.5 max-w-words text-muted">{words}</p>
      <p className="mt-8 max-w-words">
        Please try again in a moment. If it stays like this, tell whoever runs this place
        {reference && (
          <>
            {" "}
            and give them this reference: <strong>{reference}</strong>
          </>
        )}
        .
      </p>
      <p className="mt-6 flex flex-wrap items-center gap-4">
        {retry ? (
          <button type="button" onClick={retry} className={button}>
            Try again
          </button>
        ) : (
          // biome-ignore lint/a11y/useValidAnchor: an empty address is this page once more, with its query.
          <a href="" className={button}>
            Try again
          </a>
        )}
        {/* A whole page load, on purpose: it starts afresh. */}
        <a href="/help-now" className="link inline-flex min-h-11 items-center">
          Need help now?
        </a>
      </p>
    </>
  );
}

/** What Next hands to an error page. */
export type Thrown = { error: unknown; retry: () => void };

/** The name under which Next wrote an error into the log. */
export const referenceOf = (error: unknown): string =>
  error instanceof Error && "digest" in error ? String(error.digest ?? "") : "";
