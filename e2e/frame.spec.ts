import type { Page } from "@playwright/test";
import { asMember } from "@/lib/db";
import { aCircle, aMember, PASSWORD } from "@/tests/factories";
import { aSetback } from "@/tests/factories-of-setbacks";
import { expect, site, test } from "./fixtures";
import { awake, plainForm, signIn } from "./steps";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("the first page says what Onward is and leads on to joining and signing in", { tag: "@no-js" }, async ({
  someone,
}) => {
  const page = await someone();
  await page.goto("/");
  await expect(page).toHaveTitle("Onward, a calm place to take a rejection");
  await expect(heading(page)).toHaveText("A calm place to take a rejection, with a few people who get it");
  const exit = page.getByRole("link", { name: "Leave quickly" });
  await expect(exit).toHaveAttribute("href", "https://www.wikipedia.org/");
  const picture = page.getByRole("img", { name: /The page called Today/ });
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await expect(heading(page)).toHaveText("Sign in");
  await page.getByRole("main").getByRole("link", { name: "Join Onward" }).click();
  await expect(heading(page)).toHaveText("Join Onward");
  await page.getByRole("link", { name: "What is stored, and who can read it" }).click();
  await expect(heading(page)).toHaveText("Privacy");
  await expect(page.getByRole("heading", { name: "Whoever runs this place" })).toBeVisible();
});

test("help is shown for the country that the browser's language names, and for any other", {
  tag: "@no-js",
}, async ({ someone }) => {
  for (const [locale, country] of [
    ["de-AT", "Austria"],
    ["fr", "France"],
    ["en-IE", "Ireland"],
  ] as const) {
    const page = await someone({ locale });
    await page.goto("/");
    await page.getByRole("link", { name: "Need help now?" }).first().click();
    await expect(heading(page)).toHaveText("Need help now?");
    await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(country);
    await expect(page.getByRole("region", { name: country }).getByRole("link").first()).toHaveAttribute(
      "href",
      /^tel:\d+$/,
    );
  }
  const page = await someone({ locale: "en" });
  await page.goto("/help-now");
  await page.getByLabel("Your country").selectOption("New Zealand");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("region", { name: "New Zealand" })).toContainText("1737");
});

test("an address that leads nowhere is met by a kind page", { tag: "@no-js" }, async ({
  someone,
  signedIn,
}) => {
  const stranger = await someone();
  const { page: member } = await signedIn();
  for (const [page, way] of [
    [stranger, "Go to the first page"],
    [member, "Go to Today"],
  ] as const) {
    const answer = await page.goto("/a/page/that/never/was");
    expect(answer?.status()).toBe(404);
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).toHaveText("There is nothing here for you to see");
    await expect(page).toHaveTitle("Not here · Onward");
    await page.getByRole("link", { name: way }).click();
    await expect(heading(page)).not.toHaveText("There is nothing here for you to see");
  }
});

test("what belongs to somebody else and what never was are the same kind 404", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page } = await signedIn();
  const setback = await aSetback(await aMember());
  for (const id of [setback.id, crypto.randomUUID(), "x"]) {
    const answer = await page.goto(`/setbacks/${id}`);
    expect(answer?.status()).toBe(404);
    await expect(heading(page)).toHaveCount(1);
    await expect(heading(page)).toHaveText("There is nothing here for you to see");
    await expect(page).toHaveTitle("Not here · Onward");
    await expect(page.getByRole("main").getByRole("link", { name: "Go to Today" })).toBeVisible();
  }
});

test("every page says where one is, from one to the next as well", { tag: "@no-js" }, async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const setback = await aSetback(member, { happened: "They chose somebody else." });
  await page.goto("/today");
  for (const place of ["Goals", "Settings", "Setbacks"]) {
    await page.getByRole("navigation").getByRole("link", { name: place, exact: true }).first().click();
    await expect(page).toHaveTitle(`${place} · Onward`);
  }
  await asMember(member.id, (db) => db.setback.deleteMany({ where: { id: setback.id } }));
  await page.getByRole("link", { name: "They chose somebody else." }).click();
  await expect(heading(page)).toHaveText("There is nothing here for you to see");
  await expect(page).toHaveTitle("Not here · Onward");
});

test("leaving quickly goes to a neutral page and leaves nothing behind to go back to", async ({
  signedIn,
}) => {
  const { page } = await signedIn();
  await page
    .context()
    .route("https://www.wikipedia.org/", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Wikipedia</title>" }),
    );
  const exit = page.getByRole("link", { name: "Leave quickly" }).filter({ visible: true });
  const pressEscape = async () => {
    for (let press = 0; press < 3; press++) await page.keyboard.press("Escape");
    await expect(page).toHaveURL("https://www.wikipedia.org/", { timeout: 1_000 });
  };
  for (const leave of [() => exit.click(), () => expect(pressEscape).toPass({ timeout: 20_000 })]) {
    await page.goto("/privacy");
    await page.goto("/setbacks");
    await awake(exit);
    await leave();
    await expect(page).toHaveURL("https://www.wikipedia.org/");
    await page.goBack();
    await expect(page).toHaveURL(`${site}/privacy`);
  }
});

test("with the keyboard alone, somebody signs in and logs a setback", async ({ someone }) => {
  const { email } = await aMember();
  const page = await someone();
  const tabTo = async (name: string) => {
    const wanted = page
      .getByLabel(name)
      .or(page.getByRole("button", { name }))
      .or(page.getByRole("link", { name }));
    const isThere = () => wanted.evaluateAll((all) => all.some((one) => one === document.activeElement));
    for (let stop = 0; stop < 40 && !(await isThere()); stop++) await page.keyboard.press("Tab");
    expect(await isThere(), `the keyboard reaches ${name}`).toBe(true);
  };

  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to the page" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo("E-mail");
  await page.keyboard.type(email);
  await tabTo("Password");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/today$/);

  await tabTo("Log a setback");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Log a setback");
  await tabTo("What happened?");
  await page.keyboard.type("A letter with three lines.");
  await tabTo("Save setback");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("A setback");
  await expect(page.getByText("A letter with three lines.")).toBeVisible();
});

test("the keyboard lists its shortcuts, logs a setback, and jumps to a place", async ({ signedIn }) => {
  const { page, member } = await signedIn();
  await aCircle(member);
  await page.goto("/today");
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(async () => {
    await page.keyboard.press("?");
    await expect(list).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(list).toContainText("Log a setback");
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();

  await page.keyboard.press("Control+k");
  const jump = page.getByRole("dialog", { name: "Jump to a place" });
  await expect(jump.getByLabel("Where to?")).toBeFocused();
  await page.keyboard.type("win");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Wins");
  await expect(jump).toBeHidden();
  await expect(page.getByRole("link", { name: "Wins", exact: true })).toHaveAttribute("aria-current", "page");

  await test.step("a place is found by what it is looked for, too", async () => {
    await page.keyboard.press("Control+k");
    for (const [words, place] of Object.entries({
      numbers: "Your numbers",
      arrange: "Arrange Today",
      calendar: "Your calendar",
      remind: "Mails and quiet hours",
      wish: "Picture it, honestly",
    })) {
      await jump.getByLabel("Where to?").fill(words);
      await expect(jump.getByRole("link", { name: place })).toBeVisible();
    }
    await page.keyboard.press("Escape");
    await expect(jump).toBeHidden();
  });

  await page.keyboard.press("Control+k");
  await page.keyboard.type("lant");
  await expect(jump.getByRole("link", { name: "Thursday lanterns" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Thursday lanterns");

  await page.keyboard.press("n");
  await expect(heading(page)).toHaveText("Log a setback");
  await page.getByLabel("What happened?").pressSequentially("no, nothing?");
  await expect(page.getByLabel("What happened?")).toHaveValue("no, nothing?");
  await expect(heading(page)).toHaveText("Log a setback");

  await test.step("single keys can be switched off", async () => {
    await page.goto("/today");
    await expect(async () => {
      await page.keyboard.press("?");
      await expect(list).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
    await list.getByLabel("Shortcuts of a single key are on").uncheck();
    await list.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("n");
    await page.keyboard.press("Control+k");
    await expect(jump).toBeVisible();
    await expect(page).toHaveURL(/\/today$/);
  });
});

test("on a phone logging a setback is under the thumb, and below the page where a form is filled in", {
  tag: "@no-js",
}, async ({ signedIn }) => {
  const { page, member } = await signedIn();
  const circle = await aCircle(member);
  await page.setViewportSize({ width: 390, height: 844 });
  const position = () =>
    page
      .getByRole("link", { name: "Log a setback" })
      .filter({ visible: true })
      .evaluate((link) => getComputedStyle(link).position);
  for (const [path, expected] of [
    ["/today", "fixed"],
    [`/circles/${circle.id}`, "fixed"],
    ["/settings", "static"],
    ["/settings/sign-in/e-mail", "static"],
    [`/circles/${circle.id}/care`, "static"],
    ["/goals/new", "static"],
  ] as const) {
    await page.goto(path);
    expect(await position(), path).toBe(expected);
  }
});

test("every page comes with a policy of its own, and members' pages are kept and listed by nobody", async ({
  signedIn,
  someone,
}) => {
  const nonces = new Set<string>();
  const { page: inside } = await signedIn();
  const outside = await someone();
  const places: [Page, string, boolean][] = [
    [outside, "/", true],
    [outside, "/privacy", true],
    [outside, "/help-now", true],
    [outside, "/join", true],
    [outside, "/sign-in", true],
    [outside, "/verify/aaaaaaaaaaaaaaaaaaaaaa", false],
    [outside, "/nowhere", false],
    [inside, "/today", false],
    [inside, "/setbacks", false],
    [inside, "/settings", false],
  ];
  for (const [page, path, listed] of places) {
    const answer = await page.goto(path);
    const headers = answer?.headers() ?? {};
    const policy = headers["content-security-policy"] ?? "";
    const nonce = /script-src 'self' 'nonce-([\w+/=]{20,})' 'strict-dynamic'(;|$)/.exec(policy)?.[1] ?? "";
    expect(policy, path).toContain("default-src 'self'");
    for (const part of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy, path).toContain(part);
    }
    expect(nonce, path).not.toBe("");
    nonces.add(nonce);
    const scripts = (await answer?.text())?.match(/<script\b[^>]*>/g) ?? [];
    expect(
      scripts.filter((script) => !script.includes(`nonce="${nonce}"`)),
      path,
    ).toEqual([]);

    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["referrer-policy"], path).toBe("same-origin");
    expect(headers["x-frame-options"], path).toBe("DENY");
    expect(headers["x-powered-by"], path).toBeUndefined();
    expect(headers["x-robots-tag"], path).toBe(listed ? undefined : "noindex, nofollow");
  }
  expect(nonces.size).toBe(places.length);
});

test("no page asks anything of another site", async ({ signedIn }) => {
  const { page } = await signedIn();
  const asked = new Set<string>();
  page.on("request", (request) => asked.add(new URL(request.url()).origin));
  for (const path of ["/", "/help-now", "/today", "/setbacks/new", "/settings"]) await page.goto(path);
  expect([...asked].filter((origin) => origin !== site && origin !== "null")).toEqual([]);
});

test("cookies are for the server alone, and say nothing", async ({ someone }) => {
  const member = await aMember();
  const page = await someone();
  await page.goto("/");
  expect(await page.context().cookies()).toEqual([]);
  await page.goto("/sign-in");
  await signIn(page, member.email);
  await expect(page).toHaveURL(/\/today$/);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(["onward.known", "onward.look", "onward.session"]);
  for (const { httpOnly, sameSite, path, domain, value } of cookies) {
    expect({ httpOnly, sameSite, path, domain }).toEqual({
      httpOnly: true,
      sameSite: "Lax",
      path: "/",
      domain: "localhost",
    });
    expect(value).not.toContain(member.sessionId);
  }
  expect(await page.evaluate(() => document.cookie)).toBe("");
});

test("a form that another site sends, or that says not where it comes from, changes nothing", async ({
  signedIn,
}) => {
  const { page, member } = await signedIn();
  const countGoals = () => asMember(member.id, (db) => db.goal.count());
  const goal = { title: "Applications", category: "applications", rhythm: "day", times: "1" };
  const send = async (headers: Record<string, string>) =>
    (await plainForm(page, "/goals/new", "Add a goal"))(goal, headers);
  for (const headers of [
    { Origin: "https://elsewhere.example" },
    { Origin: "null" },
    { Origin: "https://elsewhere.example", "X-Forwarded-Host": "elsewhere.example" },
    {},
    { "Sec-Fetch-Site": "cross-site" },
  ]) {
    await send(headers);
    expect(await countGoals(), JSON.stringify(headers)).toBe(0);
  }
  await send({ Origin: site });
  expect(await countGoals(), "the same form, from here").toBe(1);
});

test("whoever watches over an installation is told that it is well", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual({ status: "ok" });
  expect(answer.headers()["cache-control"]).toContain("no-store");
});
