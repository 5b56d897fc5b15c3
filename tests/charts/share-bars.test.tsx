import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ShareBars } from "@/components/charts/share-bars";

const draw = (rows: Parameters<typeof ShareBars>[0]["rows"]) =>
  renderToStaticMarkup(<ShareBars title="Role" says="Twenty setbacks name a role." rows={rows} room={10} />);

const interval = { low: 0.25, high: 0.5 };

test("a bar is as long as its share, and the thin line lies where the share most likely does", () => {
  const drawn = draw([
    { key: "a", label: "Clerk", count: 5, interval },
    { key: "b", label: "Driver", count: 15, interval: null },
  ]);
  // The whole of it is 86 of 100: the counts stand beside.
  expect(drawn.match(/<rect [^>]*width="([\d.]+)%"/g)?.map((rect) => /([\d.]+)%/.exec(rect)?.[1])).toEqual([
    "86",
    "21.5",
    "86",
    "64.5",
  ]);
  expect(drawn).toMatch(/<line x1="21.5%" x2="43%"/);
  expect(drawn.match(/<line /g)).toHaveLength(3);
});

test("one case alone is a short bar on a track with room for ten, and ten fill it", () => {
  const widths = (count: number) =>
    [
      ...draw([{ key: "a", label: "Clerk", count, interval: null }]).matchAll(
        /<rect [^>]*width="([\d.]+)%"/g,
      ),
    ].map(([, width]) => Number(width));
  expect(widths(1)).toEqual([86, 8.6]);
  expect(widths(9)).toEqual([86, 77.4]);
  expect(widths(10)).toEqual([86, 86]);
  expect(widths(30)).toEqual([86, 86]);
});

test("it says what it shows, with every count", () => {
  const drawn = draw([{ key: "a", label: "Clerk", count: 20, interval }]);
  expect(drawn).toContain(">Role</title>");
  expect(drawn).toContain(">Twenty setbacks name a role. The table below says each.</desc>");
  expect(drawn).toMatch(/>Clerk<\/text>.*>20<\/text>/);
});

test("a long name is cut between words, so that a small phone has room for it", () => {
  const drawn = draw([
    { key: "a", label: "Coordinator of all that moves between three countries", count: 1, interval: null },
  ]);
  expect(drawn).toContain(">Coordinator of all that …</text>");
});
