import "server-only";
import type { Route } from "next";
import { pathOfPage } from "@/lib/viewer";

/*
 * A form was sent, and Postgres does not answer. Without JavaScript the browser has let go of what was typed, so
 * the answer carries all of it: to be read, and to be sent again as it was. The form's own id goes along, so that
 * sending it twice makes one row.
 */

/** Where the browser is asked to send the form once more that it sent to this page. */
export async function pathToSendAgain(reference: string): Promise<Route> {
  const query = new URLSearchParams({ to: await pathOfPage(), reference });
  return `/send-again?${query}` as Route;
}

/** A whole page that stands on its own: no Postgres, no script, no other file. */
export function pageToSendAgain(
  form: FormData,
  { to, reference }: { to: string; reference: string },
): string {
  const fields = [...form].flatMap(([name, value]) =>
    // Passwords are asked for again.
    typeof value === "string" && !/password/i.test(name) ? [{ name, value }] : [],
  );
  const words = fields.filter(isTyped).map(({ value }) => `<blockquote>${escaped(value)}</blockquote>`);
  const hidden = fields.map(
    ({ name, value }) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Not saved yet · Onward</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>This may not be saved yet</h1>
<p>The place where Onward keeps things does not answer just now. Nothing you typed is lost: it is all on this page.</p>
${words.join("\n")}
<form action="${escaped(to)}" method="post" enctype="multipart/form-data">
${hidden.join("\n")}
<button>Send again</button>
</form>
<p>Send it in a moment, as often as you like: it will be there once. If it stays like this, tell whoever runs this place and give them this reference: <strong>${escaped(reference)}</strong>.</p>
<p><a href="/help-now">Need help now?</a></p>
</main>
</body>
</html>
`;
}

/** Whether somebody typed this. What the page itself put into a form is not shown: ids, names of choices, days. */
export const isTyped = ({ name, value }: { name: string; value: string }): boolean =>
  !name.startsWith("$ACTION") &&
  name !== "draftKey" &&
  !/^(?:[a-z_]*|[\d.-]+|[\da-f-]{36})$/.test(value.trim());

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

// The tokens of app/globals.css that are used here.
const style = `
:root { color-scheme: light dark; }
body { margin: 0; background: light-dark(#fbf7f2, #1c1917); color: light-dark(#2b2622, #ede6dd);
  font: 1.0625rem/1.6 "Figtree Variable", system-ui, sans-serif; }
main { max-width: 38rem; margin: 0 auto; padding: 4rem 1.25rem; }
h1 { margin: 0; font: 500 1.8125rem/1.2 "Source Serif 4 Variable", Georgia, serif; }
blockquote { margin: 1.5rem 0; padding-left: 1rem; border-left: 3px solid light-dark(#8fb0a4, #55786c);
  white-space: pre-wrap; overflow-wrap: anywhere; }
button { min-height: 2.75rem; padding: 0 1.125rem; border: 0; border-radius: 999px; font: inherit; font-weight: 600;
  background: light-dark(#2f6b5e, #8cc7b5); color: light-dark(#fbf7f2, #16201c); cursor: pointer; }
a { color: inherit; }
`;
