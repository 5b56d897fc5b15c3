import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "@/lib/dates";
import { pictures } from "@/lib/numbers/pictures";
import { arrangeAsItWas, placeSection, showPicture, showSection } from "@/lib/today/actions";
import { asForEverybody, moved, rowsOf, sections, shown, wholeLayout } from "@/lib/today/layout";
import { findLayout } from "@/lib/today/queries";
import { faceOf } from "@/lib/today/rules";
import { aMember, type Member } from "../factories";
import { as, submit } from "../people";

const layoutOf = async (member: Member) => wholeLayout(await as(member, findLayout));

describe("Today, arranged", () => {
  test("is as for everybody until its member arranges it, and nobody else's changes", async () => {
    const [juniper, wren] = [await aMember(), await aMember({ name: "Wren" })];
    expect(await as(juniper, findLayout)).toBeNull();
    await submit(juniper, placeSection, { section: "days", place: "0" });
    await submit(juniper, showSection, { section: "circles", turned: "off" });
    await submit(juniper, showPicture, { picture: "year", turned: "on" });
    expect(await layoutOf(juniper)).toEqual({
      sections: ["days", "step", "planned", "week", "circles", "pictures", "setbacks"],
      hidden: ["circles"],
      pictures: ["year"],
    });
    expect(await layoutOf(wren)).toEqual(asForEverybody);
  });

  test("a press that is sent twice is one press", async () => {
    const juniper = await aMember();
    for (const _ of [1, 2]) await submit(juniper, placeSection, { section: "step", place: "1" });
    for (const _ of [1, 2]) await submit(juniper, showPicture, { picture: "effort", turned: "on" });
    expect(await layoutOf(juniper)).toMatchObject({
      sections: ["planned", "step", "week", "circles", "days", "pictures", "setbacks"],
      pictures: ["effort"],
    });
  });

  test("keeps every one of several presses at the same moment", async () => {
    const juniper = await aMember();
    for (let round = 0; round < 3; round++) {
      await submit(juniper, arrangeAsItWas, {});
      await Promise.all(
        (["year", "effort", "stages"] as const).map((picture) =>
          submit(juniper, showPicture, { picture, turned: "on" }),
        ),
      );
      expect((await layoutOf(juniper)).pictures).toEqual(["year", "effort", "stages"]);
    }
  });

  test("is put back by one press", async () => {
    const juniper = await aMember();
    await submit(juniper, showSection, { section: "step", turned: "off" });
    await submit(juniper, arrangeAsItWas, {});
    expect(await as(juniper, findLayout)).toBeNull();
  });

  test("refuses what no form of ours says", async () => {
    const juniper = await aMember();
    expect(await submit(juniper, placeSection, { section: "ads", place: "0" })).toMatchObject({
      status: "invalid",
    });
    expect(await submit(juniper, placeSection, { section: "step", place: "99" })).toMatchObject({
      status: "invalid",
    });
    expect(await as(juniper, findLayout)).toBeNull();
  });

  test("names every section once, however it is moved, and whatever was kept before there was one", () => {
    const section = fc.constantFrom(...sections);
    fc.assert(
      fc.property(
        fc.record({
          sections: fc.array(section),
          hidden: fc.array(section),
          pictures: fc.array(fc.constantFrom(...pictures)),
        }),
        section,
        fc.nat(9),
        (kept, one, place) => {
          const layout = moved(wholeLayout(kept), one, place);
          expect([...layout.sections].sort()).toEqual([...sections].sort());
          expect(layout.sections.indexOf(one)).toBe(Math.min(place, sections.length - 1));
          const seen = rowsOf(layout).flat();
          expect(seen).toEqual(layout.sections.filter((other) => !kept.hidden.includes(other)));
        },
      ),
    );
  });

  test("a section that came later stands where it does for everybody", () => {
    const kept = { sections: ["week", "step", "setbacks"] as const, hidden: [], pictures: [] };
    expect(wholeLayout({ ...kept, sections: [...kept.sections] }).sections).toEqual([
      "week",
      "circles",
      "days",
      "pictures",
      "step",
      "planned",
      "setbacks",
    ]);
  });

  test("circles and days stand beside each other only where they follow each other", () => {
    expect(rowsOf(asForEverybody)).toContainEqual(["circles", "days"]);
    expect(rowsOf(moved(asForEverybody, "days", 0)).every((row) => row.length === 1)).toBe(true);
    expect(rowsOf(shown(asForEverybody, "days", false)).every((row) => row.length === 1)).toBe(true);
  });
});

describe("the face of Today", () => {
  const today = "2026-11-26";
  const ago = (days: number) => addDays(today, -days);
  const goal = (since: number) => ({ since: ago(since), rests: [] });
  const seen = (over: Partial<Parameters<typeof faceOf>[0]>) =>
    faceOf({
      ...{ today, lastSetback: null, setbackWritten: null, goals: [], showedUpOn: new Set() },
      ...{ earlier: { shown: null, goalMade: null }, ...over },
    });

  test("is kind on the day of a setback and on the day after, whatever else there is", () => {
    expect(seen({ lastSetback: today })).toBe("kind");
    expect(seen({ lastSetback: ago(1), goals: [goal(90)] })).toBe("kind");
    expect(seen({ lastSetback: ago(2), goals: [goal(1)] })).toBe("usual");
  });

  test("shows first steps to whoever has nothing here yet", () => {
    expect(seen({})).toBe("new");
    expect(seen({ goals: [goal(0)] })).toBe("usual");
    expect(seen({ showedUpOn: new Set([today]) })).toBe("usual");
    // A setback written down, or a goal that ended: that is something.
    expect(seen({ lastSetback: ago(4), setbackWritten: ago(4) })).toBe("usual");
    expect(seen({ earlier: { shown: null, goalMade: ago(3) } })).toBe("usual");
    expect(seen({ earlier: { shown: ago(100), goalMade: null } })).toBe("back");
  });

  test("says good to see you after two weeks without anything, and never to who only rested", () => {
    expect(seen({ goals: [goal(30)], showedUpOn: new Set([ago(14)]) })).toBe("back");
    expect(seen({ goals: [goal(30)], showedUpOn: new Set([ago(13)]) })).toBe("usual");
    expect(seen({ goals: [goal(200)] })).toBe("back");
    expect(seen({ goals: [goal(3)], showedUpOn: new Set([ago(40)]) })).toBe("usual");
    expect(seen({ goals: [goal(90)], lastSetback: ago(3), setbackWritten: ago(3) })).toBe("usual");
    const rested = { since: ago(60), rests: [{ startedOn: ago(30), endedOn: ago(1) }] };
    expect(seen({ goals: [rested], showedUpOn: new Set([ago(31)]) })).toBe("usual");
    const resting = { since: ago(60), rests: [{ startedOn: ago(30), endedOn: null }] };
    expect(seen({ goals: [resting], showedUpOn: new Set([ago(40)]) })).toBe("usual");
  });
});
