import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** What has focus, and what is wrong with it: nothing, where a person who has only a keyboard sees where they are. */
type Stop = { said: string; wrong: string[]; isNowhere: boolean; isClosedFold: boolean };

/**
 * Hands that have nothing but a keyboard. Every stop of theirs is looked at: whether one sees that focus is there,
 * whether something hides or covers it, whether it follows the page.
 */
export function keyboardOf(page: Page) {
  /** One press of Tab, or back. Focus has to move, and where it comes to, one has to see it. */
  async function step(key: "Tab" | "Shift+Tab"): Promise<Stop> {
    await page.keyboard.press(key);
    const stop = await page.evaluate(lookAtStop, key === "Tab");
    expect(stop.wrong, `${new URL(page.url()).pathname}, ${key} to ${stop.said}`).toEqual([]);
    return stop;
  }

  const isAt = (wanted: Locator) =>
    wanted.evaluateAll((all) => all.some((one) => one === document.activeElement));

  /** Tabs until `wanted` has focus. Fails where it went instead, once it has taken so many presses. */
  async function reach(wanted: Locator, { most = 40, back = false } = {}): Promise<void> {
    const went: string[] = [];
    await page.evaluate(rememberStop);
    while (!(await isAt(wanted))) {
      const way = `${most} presses did not reach ${wanted}, but: ${went.join(" > ")}`;
      expect(went.length, way).toBeLessThan(most);
      went.push((await step(back ? "Shift+Tab" : "Tab")).said);
    }
  }

  return {
    reach,

    /** Reaches something and presses a key on it. */
    async press(wanted: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
      await reach(wanted);
      await page.keyboard.press(key);
    },

    /** Reaches a field and types, in place of what stands there. */
    async type(wanted: Locator, words: string): Promise<void> {
      await reach(wanted);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(words);
    },

    /** Reaches a menu and goes down in it. */
    async choose(wanted: Locator, label: string): Promise<void> {
      await reach(wanted);
      const shown = () =>
        wanted.evaluate((menu: HTMLSelectElement) => menu.selectedOptions[0]?.label.trim() ?? "");
      const most = await wanted.locator("option").count();
      for (let press = 0; press < most && (await shown()) !== label; press++)
        await page.keyboard.press("ArrowDown");
      expect(await shown(), `the arrows choose ${label}`).toBe(label);
    },

    /** After a form went, or a page came: focus is somewhere on it, and not lost. */
    async landsOn(wanted: Locator): Promise<void> {
      await expect(wanted, "focus lands").toBeFocused();
    },

    /** Through a whole page and out of it, opening each fold, and back. */
    async walk(): Promise<void> {
      const ways: string[][] = [];
      for (const key of ["Tab", "Shift+Tab"] as const) {
        const said: string[] = [];
        let presses = 0;
        for (let stop = await step(key); !stop.isNowhere; stop = await step(key)) {
          if (said.at(-1) !== stop.said) said.push(stop.said);
          expect(++presses, `${page.url()} ends: ${said.slice(-6).join(" > ")}`).toBeLessThan(200);
          if (!stop.isClosedFold) continue;
          await page.keyboard.press("Space");
          await expect(page.locator("details[open] > summary:focus"), `${stop.said} opens`).toHaveCount(1);
        }
        ways.push(said);
      }
      const [there = [], back = []] = ways;
      expect(there.length, "there is something to come to").toBeGreaterThan(0);
      expect(back.toReversed(), "the way back is the way there").toEqual(there);
    },
  };
}

// Focus may have been moved by the page since.
function rememberStop(): void {
  Object.assign(window, { stopBefore: document.activeElement });
}

// Runs in the page.
function lookAtStop(isForward: boolean): Stop {
  const { stopBefore } = window as unknown as { stopBefore: Element | null };
  const at = document.activeElement;
  Object.assign(window, { stopBefore: at });
  // Past the last stop the browser itself has focus.
  if (!at || at === document.body)
    return { said: "the browser", wrong: [], isNowhere: true, isClosedFold: false };
  const words =
    at.getAttribute("aria-label") ??
    (at as HTMLInputElement).labels?.[0]?.textContent ??
    at.textContent ??
    "";
  const said = `${at.tagName.toLowerCase()} "${words.trim().replace(/\s+/g, " ").slice(0, 50)}"`;
  const wrong: string[] = [];

  // A day has its year, month and day to stop at.
  const hasParts = at.matches("[type=date]");
  if (at === stopBefore && !hasParts) wrong.push("focus does not move: it is caught");
  if (!at.checkVisibility({ opacityProperty: true, visibilityProperty: true })) wrong.push("it is not drawn");

  // The whole of a choice shows that its box has focus.
  const shows = [at, at.closest(".choice")].some((one) => {
    const { outlineStyle, outlineWidth } = one
      ? getComputedStyle(one)
      : { outlineStyle: "none", outlineWidth: "0" };
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
  if (!shows) wrong.push("nothing shows that it has focus");

  // A link that goes over two lines has a box for each.
  const box = [...at.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  if (!box) wrong.push("it has no size");
  else {
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    const hit = document.elementFromPoint(box.left + box.width / 2, (top + bottom) / 2);
    if (!hit)
      wrong.push(`it is outside of what one sees: ${Math.round(box.top)} to ${Math.round(box.bottom)}`);
    else if (!at.contains(hit))
      wrong.push(`it is covered by ${hit.tagName} "${hit.textContent?.slice(0, 40)}"`);
  }

  const isBefore = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (stopBefore?.isConnected && stopBefore !== document.body && stopBefore !== at) {
    const [first, second] = isForward ? [stopBefore, at] : [at, stopBefore];
    if (!isBefore(first, second)) wrong.push("it stands on the other side of the stop before");
  }
  const isClosedFold = at.matches("details:not([open]) > summary");
  return { said, wrong, isNowhere: false, isClosedFold };
}
