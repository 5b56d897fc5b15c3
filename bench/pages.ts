import type { Person, World } from "./world.ts";

/** A page that is measured, and how heavy it may be. */
export type BenchPage = {
  /** Its name in tables. */
  path: string;
  url: (person: Person) => string;
  /** Whether its reader is signed in. */
  signedIn: boolean;
  bars: {
    /** At most so many bytes of JavaScript more than the empty page, compressed. */
    jsGzOverEmpty?: number;
    /** At most so many bytes, compressed. */
    htmlGz?: number;
    /** At most so many times the processor time of the empty page. */
    cpuOverEmpty?: number;
  };
  /** Whether it is opened by newcomers and veterans too, to see that it costs them the same. */
  grows: boolean;
};

const KB = 1_000;

export const pages: BenchPage[] = [
  { path: "/", url: () => "/", signedIn: false, grows: false, bars: { jsGzOverEmpty: 10 * KB } },
  {
    path: "/today",
    url: () => "/today",
    signedIn: true,
    grows: true,
    bars: { jsGzOverEmpty: 30 * KB, cpuOverEmpty: 1.8 },
  },
  {
    path: "/circles/[circleId]",
    url: ({ circleId }) => `/circles/${circleId}`,
    signedIn: true,
    grows: true,
    bars: { jsGzOverEmpty: 25 * KB, htmlGz: 12 * KB, cpuOverEmpty: 1.8 },
  },
  { path: "/setbacks", url: () => "/setbacks", signedIn: true, grows: false, bars: {} },
  { path: "/goals", url: () => "/goals", signedIn: true, grows: false, bars: {} },
];

/** Pages that are weighed and whose statements are looked at, but that no clock is held to. */
export const weighedPages = (setbackId: string): Pick<BenchPage, "path" | "url" | "signedIn">[] =>
  [
    ["/setbacks/[id]", `/setbacks/${setbackId}`],
    ["/setbacks/[id]/own-page", `/setbacks/${setbackId}/own-page`],
    ["/setbacks/[id]/reframe", `/setbacks/${setbackId}/reframe`],
    ["/setbacks/[id]/learn", `/setbacks/${setbackId}/learn`],
    ["/setbacks/[id]/debrief", `/setbacks/${setbackId}/debrief`],
    ["/setbacks/[id]/writing", `/setbacks/${setbackId}/writing`],
    ...["/patterns", "/plans", "/feedback", "/experiments", "/learning", "/practice", "/jar"].map(
      (path) => [path, path] as const,
    ),
  ].map(([path = "", address = ""]) => ({ path, url: () => address, signedIn: true }));

/** The people whose pages are compared. Most numbers are of the first. */
export const peopleOf = ({ people: { median, largest, newcomer, veteran } }: World) => ({
  median,
  largest,
  newcomer,
  veteran,
});

/** What holds for every page. */
export const everyPage = { buffers: 150, p95OverP50: 3, p99OverP50: 6 };
/** What holds for a page that grows, from one person to the other and from one size to the other. */
export const growth = { cpu: 1.3, sql: 1.3, sqlLargestOverMedian: 1.5, sqlLargeOverSmall: 1.25 };
/** What holds for the whole of it: milliseconds, and megabytes. */
export const wholeProcess = { readyMs: 3_000, rssLoadedMb: 450 };
