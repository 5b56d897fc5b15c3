import { type Browser, isDone } from "../e2e/faults/browser.ts";
import { formsIn, type PlainForm } from "../e2e/plain-form.ts";
import { Problem } from "../scripts/problem.ts";
import type { Person } from "./world.ts";

/** Somebody who writes, and two setbacks of theirs that are not of today: one to go on with, and one to let go of. */
export type Writer = {
  browser: Browser;
  person: Person;
  setbackId: string;
  restsId: string;
  /** Whether another one is of the last two days, and so may be of today where they live. */
  hasFresh: boolean;
};

/** A form, filled in and not sent yet. */
export type Filled = { path: string; form: PlainForm };

/** A form: the page that holds it, its name, and what is typed into it there. */
export type About = {
  at: string | ((writer: Writer) => Promise<string> | string);
  label: string;
  typed: PlainForm | ((writer: Writer, path: string) => PlainForm);
};

/** Opens the page of a form and fills it in. Null where the page does not hold it. */
export async function fill(writer: Writer, { at, label, typed }: About): Promise<Filled | null> {
  const path = typeof at === "string" ? at : await at(writer);
  const [form] = formsIn((await writer.browser.open(path)).html, `aria-label="${label}`);
  if (!form) return null;
  return { path, form: [...form, ...(typeof typed === "function" ? typed(writer, path) : typed)] };
}

/** Sends a form. @throws Problem unless it is done. */
export async function send({ browser }: Pick<Writer, "browser">, name: string, { path, form }: Filled) {
  const answer = await browser.send(path, form);
  if (!isDone(answer)) throw new Problem(`"${name}" was answered with ${answer.status}, and not done.`);
  return answer;
}

/** Fills in a form that another one rests on, and sends it. @returns the page to which it leads. */
export async function sendFirst(writer: Writer, about: About): Promise<string> {
  const filled = await fill(writer, about);
  if (!filled) throw new Problem(`There is no form "${about.label}" to begin with.`);
  return (await send(writer, about.label, filled)).location ?? filled.path;
}
