/** A form as React puts it into a page, sent as a plain page. A field that is null is left out. */
export function aForm(changed: Record<string, string | null> = {}): FormData {
  const form = new FormData();
  const fields = {
    $ACTION_REF_1: "",
    "$ACTION_1:0": '{"id":"7f97f546a54c3c4853ed8d58f4e561a20d6367cc7a","bound":"$@1"}',
    "$ACTION_1:1": '[{"status":"idle"}]',
    $ACTION_KEY: "k68991b33ff7314f28bf4fcc7bedeb0fc",
    body: "No offer.",
    ...changed,
  };
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.append(name, value);
  return form;
}
