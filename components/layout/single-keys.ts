const NOTE = "onward.single-keys";

/** Who speaks to their computer, or leans on its keys, can switch the shortcuts of one key off. */
export const areSingleKeysOn = (): boolean => localStorage.getItem(NOTE) !== "off";

export function switchSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(NOTE);
  else localStorage.setItem(NOTE, "off");
}
