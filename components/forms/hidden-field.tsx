/** What goes with a form without being asked: an id that the page minted, where the form belongs. */
export function HiddenField({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={value} />;
}
