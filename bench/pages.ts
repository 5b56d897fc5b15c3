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

/** What numbers are counted from, and where Today is arranged: pages of whoever has most to count. */
const aboutNumbers = ["/numbers", "/numbers?feelings=1", "/numbers/entries?what=shown", "/today/arrange"];

/** Pages of whoever is devoted: three years, 10,000 entries, 400 wins and 200 setbacks. */
export const devotedPages: Pick<BenchPage, "path" | "url" | "signedIn">[] = [
  { path: "/today, three years", url: () => "/today", signedIn: true },
  ...aboutNumbers.map((path) => ({ path, url: () => path, signedIn: true })),
];

/** What some pages are about: ids of rows of their reader's, by the name that a page's address has for them. */
export type Rows = Record<
  "setback" | "reframeId" | "sessionId" | "letter" | "plan" | "experiment" | "learningPlanId",
  string
>;

const aboutSetbacks = [
  "/setbacks?q=answers+ran",
  "/setbacks/new",
  "/setbacks/[id]",
  "/setbacks/[id]/edit",
  "/setbacks/[id]/own-page",
  "/setbacks/[id]/let-go",
  "/setbacks/[id]/writing",
  "/setbacks/[id]/writing/[sessionId]",
  "/setbacks/[id]/exercise/[kind]",
  "/setbacks/[id]/reframe",
  "/setbacks/[id]/reframe/[reframeId]",
  "/setbacks/[id]/learn",
  "/setbacks/[id]/debrief",
  "/setbacks/[id]/share",
  "/setbacks/[id]/share?step=preview",
  "/feedback",
  "/feedback/new?setback=[setback]&artefact=interview&of=employer",
  "/feedback/[id]",
  "/feedback/[id]/share",
  "/experiments",
  "/experiments/new",
  "/experiments/[id]",
  "/experiments/[id]/share",
  "/experiments/[id]/share?step=preview",
  "/plans",
  "/plans/new",
  "/plans/[id]",
  "/plans/[id]/share",
  "/learning",
  "/learning/new",
  "/learning/[learningPlanId]",
  "/learning/[learningPlanId]/share",
  "/patterns",
  "/practice",
  "/jar",
];

/** Pages that are weighed and whose statements are looked at, but that no clock is held to. */
export const weighedPages = (rows: Rows): Pick<BenchPage, "path" | "url" | "signedIn">[] =>
  aboutSetbacks.map((path) => ({ path, url: () => addressOf(path, rows), signedIn: true }));

/** Pages around a circle, of somebody who holds it, has supporters and is a moderator. */
const aroundCircles = [
  "/circles",
  "/circles/new",
  "/circles/find",
  "/circles/find/answers",
  "/circles/let-go",
  "/circles/open",
  "/circles/open/[circleId]",
  "/circles/[circleId]/check-in",
  "/circles/[circleId]/week",
  "/circles/[circleId]/meeting",
  "/circles/[circleId]/meetings/[meetingId]",
  "/circles/[circleId]/meetings/[meetingId]/notes",
  "/circles/[circleId]/posts/[postId]",
  "/circles/[circleId]/posts/[postId]/replies/[replyId]",
  "/circles/[circleId]/people/[seat]",
  "/circles/left",
  "/circles/[circleId]/roles",
  "/circles/[circleId]/term",
  "/circles/[circleId]/buddies",
  "/circles/[circleId]/health",
  "/circles/[circleId]/agreements",
  "/circles/[circleId]/pause",
  "/circles/[circleId]/merge",
  "/circles/[circleId]/leave",
  "/circles/[circleId]/land",
  "/circles/[circleId]/care",
  "/circles/[circleId]/care/agreements",
  "/circles/[circleId]/care/description",
  "/circles/[circleId]/care/listing",
  "/circles/[circleId]/care/people/[seat]",
  "/circles/[circleId]/care/people/[seat]/ask-to-leave",
  "/nudges",
  "/supporters",
  "/supporters/new",
  "/supporters/[linkId]",
  "/report/[about]/[circleId]/[thing]",
  "/moderation",
  "/moderation/[reportId]",
];

/** What these are about, by the name that an address has for it. */
export type Around = Record<
  "circleId" | "openId" | "meetingId" | "postId" | "replyId" | "seat" | "linkId" | "reportId" | "code",
  string
>;

export const pagesAround = (about: Around): Pick<BenchPage, "path" | "url" | "signedIn">[] => [
  ...aroundCircles.map((path) => {
    const circleId = path.startsWith("/circles/open") ? about.openId : about.circleId;
    const named: Record<string, string> = { ...about, circleId, about: "post", thing: about.postId };
    return {
      path,
      url: () => path.replace(/\[(\w+)\]/g, (whole, name) => named[name] ?? whole),
      signedIn: true,
    };
  }),
  // A supporter holds a link, and no account.
  { path: "/s/[code]", url: () => `/s/${about.code}`, signedIn: false },
];

function addressOf(path: string, rows: Rows): string {
  const { setback, letter, plan, experiment } = rows;
  // What a page's own row is, its folder says.
  const id: Record<string, string> = {
    setbacks: setback,
    feedback: letter,
    plans: plan,
    experiments: experiment,
  };
  const named: Record<string, string | undefined> = {
    ...rows,
    id: id[path.split("/")[1] ?? ""],
    kind: "kind_letter",
  };
  return path.replace(/\[(\w+)\]/g, (whole, name) => named[name] ?? whole);
}

/** The pages that are looked at, clock or not, as the folders of app/(member) name them. */
export const lookedAt: string[] = [
  ...pages.map(({ path }) => path),
  ...aboutSetbacks,
  ...aboutNumbers,
  ...aroundCircles,
].map((path) => path.replace(/\?.*/, ""));

/** Folders of pages that are not: what a setback is, or what becomes of it, is in none of them. */
export const leftOut: Record<string, string> = {
  "/goals": "The list is looked at; a goal's own page is a part of it.",
  "/wins": "A list of lines, the form that shares one of them, and looking back, now and then.",
  "/settings": "How one signs in: opened a few times a year.",
  "/week": "The steps of seven days, at most sixty of them: one statement, by an index.",
  "/wishes": "Four sentences each, opened now and then.",
  "/more": "Links alone.",
  "/decisions": "Letters of moderators, opened seldom.",
  "/suspended": "Shown to whoever's account rests.",
};

/** The people whose pages are compared. Most numbers are of the first. */
export const peopleOf = ({ people: { median, largest, newcomer, veteran, devoted } }: World) => ({
  median,
  largest,
  newcomer,
  veteran,
  devoted,
});

/** What holds for every page. */
export const everyPage = { buffers: 150, p95OverP50: 3, p99OverP50: 6 };
/** What holds for a page that grows, from one person to the other and from one size to the other. */
export const growth = { cpu: 1.3, sql: 1.3, sqlLargestOverMedian: 1.5, sqlLargeOverSmall: 1.25 };
/** What holds for the whole of it: milliseconds, and megabytes. */
export const wholeProcess = { readyMs: 3_000, rssLoadedMb: 450 };
