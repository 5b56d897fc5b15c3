/*
 * Next hands what was posted to React, and answers with a bare error where React cannot read it. So a form is
 * looked at before: whether it is whole, and whether what React reads in it is what our own forms put there.
 */

/** How a form was posted: by our own script, which names the action in a header, or as a plain page. */
export type Posted = { type: string; bytes: ArrayBuffer; byScript: boolean };

/** Whether a posted form can be read. One that cannot was damaged on its way, or is not ours. */
export async function isWhole({ type, bytes, byScript }: Posted): Promise<boolean> {
  try {
    if (byScript && type.startsWith("text/plain")) {
      const sent = JSON.parse(new TextDecoder().decode(bytes));
      return Array.isArray(sent) && isPlain(sent);
    }
    if (!type.startsWith("multipart/form-data")) return false;
    const form = await new Response(bytes, { headers: { "Content-Type": type } }).formData();
    return byScript ? isSentByScript(form) : isSentAsPage(form);
  } catch {
    return false;
  }
}

/** The form's last answer and the form itself, which is all that an action is called with. */
function isSentByScript(form: FormData): boolean {
  const [sent, ...more] = [...form.keys()].filter((name) => /^\d+$/.test(name));
  if (sent !== "0" || more.length > 0) return false;
  const called = JSON.parse(String(form.get("0")));
  if (!Array.isArray(called) || called.length !== 2) return false;
  return isPlain(called[0]) && /^\$K\d+$/.test(called[1]);
}

/** The action that the page named, and the form's last answer, bound to it. */
function isSentAsPage(form: FormData): boolean {
  const [named, ...more] = [...form.keys()].filter((name) => name.startsWith("$ACTION_REF_"));
  if (!named || more.length > 0 || !form.has("$ACTION_KEY")) return false;
  const action = named.replace("_REF", "");
  const { bound } = JSON.parse(String(form.get(`${action}:0`)));
  const last = JSON.parse(String(form.get(`${action}:1`)));
  return bound === "$@1" && Array.isArray(last) && isPlain(last);
}

const DEEPEST = 8;

/** Whether there is nothing in it but plain values. A text that begins with one `$` means something to React. */
function isPlain(value: unknown, depth = DEEPEST): boolean {
  if (typeof value === "string") return !/^\$(?!\$|undefined$)/.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isPlain(part, depth - 1));
}
