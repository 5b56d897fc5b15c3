import { encouragementKinds } from "@/lib/encouragements/schema";
import { freshId } from "@/lib/ids";
import type { CircleOfTest } from "@/tests/factories";
import { formsIn, type PlainForm } from "../plain-form.ts";
import type { Browser } from "./browser.ts";
import type { Chance } from "./chance.ts";
import type { Write } from "./ledger.ts";

/** A form, filled in and not sent yet. */
export type Filled = Write & { path: string; form: PlainForm };

export type Place = { circle: CircleOfTest; goal: { id: string } };

type Verb = (browser: Browser, place: Place, chance: Chance) => Promise<Filled | null>;

const fieldIn = (form: PlainForm, name: string) => form.find(([field]) => field === name)?.[1] ?? "";

// Everybody's words can be told from everybody else's, and hold what forms and SQL stumble over.
const words = (verb: string) => `${verb} ${freshId()}: "it's <over>" & naïve, 90 %`;

/** What members do, each by what the page's own form carries, and how to find it in Postgres afterwards. */
export const verbs = {
  async "log a setback"(browser, _place, chance) {
    const path = "/setbacks/new";
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Setback"');
    if (!form) return null;
    const happened = words("setback");
    const feelings = ["tired", "angry", "flat"]
      .map((word) => `${word}=${Math.floor(chance.between(0, 11))}`)
      .sort();
    return {
      verb: "log a setback",
      path,
      form: [
        ...form,
        ["happened", happened],
        ["company", "Harbour & Sons"],
        ...feelings.map((feeling): [string, string] => ["feeling", feeling]),
      ],
      count: {
        sql: `select count(*)::int as any, count(*) filter (where company = 'Harbour & Sons' and
                (select array_agg(word || '=' || strength order by word) from opened_feelings f
                 where f.user_id = s.user_id and f.setback_id = s.id) = $3)::int as whole
              from opened_setbacks s where user_id = $1 and happened = $2`,
        values: [browser.member.id, happened, feelings],
      },
    };
  },

  async "add a goal"(browser) {
    const path = "/goals/new";
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Add a goal"');
    if (!form) return null;
    const title = `Goal ${freshId()} & more`;
    return {
      verb: "add a goal",
      path,
      form: [...form, ["title", title], ["category", "people"], ["rhythm", "week"], ["times", "3"]],
      count: {
        sql: `select count(*)::int as any,
                count(*) filter (where category = 'people' and rhythm = 'week' and times = 3)::int as whole
              from goals where user_id = $1 and title = $2`,
        values: [browser.member.id, title],
      },
    };
  },

  async "log effort"(browser, { goal }) {
    const path = `/goals/${goal.id}`;
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Log effort');
    if (!form) return null;
    return {
      verb: "log effort",
      path,
      form,
      count: {
        // What is kept a second time, as another day's, has an id of the same moment.
        sql: `select count(*)::int as any, count(*) filter (where goal_id = $3)::int as whole
              from efforts where user_id = $1 and left(id::text, 13) = left($2, 13)`,
        values: [browser.member.id, fieldIn(form, "id"), goal.id],
      },
    };
  },

  async post(browser, { circle }) {
    const path = `/circles/${circle.id}`;
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Ask or say something"');
    if (!form) return null;
    const body = words("post");
    return {
      verb: "post",
      path,
      form: [...form, ["kind", "ask"], ["need", "both"], ["body", body]],
      count: {
        sql: `select count(*)::int as any, count(*) filter (where kind = 'ask' and need = 'both')::int as whole
              from posts where circle_id = $1 and author_id = $2 and body = $3`,
        values: [circle.id, browser.member.id, body],
      },
    };
  },

  async reply(browser, { circle }, chance) {
    const path = `/circles/${circle.id}`;
    const forms = formsIn((await browser.open(path)).html, ">Reply<");
    if (forms.length === 0) return null;
    const form = chance.oneOf(forms);
    const body = words("reply");
    return {
      verb: "reply",
      path,
      form: [...form, ["body", body]],
      count: {
        sql: `select count(*)::int as any, count(*) filter (where post_id = $4)::int as whole
              from replies where circle_id = $1 and author_id = $2 and body = $3`,
        values: [circle.id, browser.member.id, body, fieldIn(form, "postId")],
      },
    };
  },

  async encourage(browser, { circle }, chance) {
    const path = `/circles/${circle.id}`;
    const { html } = await browser.open(path);
    const signals = encouragementKinds.flatMap((kind) =>
      formsIn(html, `value="${kind}" aria-pressed="false"`).map((form) => ({ kind, form })),
    );
    if (signals.length === 0) return null;
    const { kind, form } = chance.oneOf(signals);
    return {
      verb: "encourage",
      path,
      form: [...form, ["give", kind]],
      count: {
        sql: `select count(*)::int as any, count(*)::int as whole from encouragements
              where circle_id = $1 and member_id = $2 and post_id = $3 and kind::text = $4`,
        values: [circle.id, browser.member.id, fieldIn(form, "postId"), kind],
      },
    };
  },

  async "check in"(browser, { circle }) {
    const path = `/circles/${circle.id}/check-in`;
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Check in"');
    if (!form) return null;
    // Said again in the same week it is the same check-in, in newer words.
    return {
      verb: "check in",
      path,
      form: [...form, ["word", "steady"], ["need", "both"], ["line", words("check-in")]],
      count: {
        sql: `select count(*)::int as any,
                count(*) filter (where need = 'both' and line like 'check-in %')::int as whole
              from check_ins where circle_id = $1 and author_id = $2`,
        values: [circle.id, browser.member.id],
      },
    };
  },

  async report(browser, { circle }, chance) {
    const { html } = await browser.open(`/circles/${circle.id}`);
    const others = formsIn(html, "aria-pressed=").map((form) => fieldIn(form, "postId"));
    if (others.length === 0) return null;
    const post = chance.oneOf(others);
    const path = `/report/post/${circle.id}/${post}`;
    const [form] = formsIn((await browser.open(path)).html, 'aria-label="Report"');
    if (!form) return null;
    return {
      verb: "report",
      path,
      form: [...form, ["reason", "spam"], ["words", words("report")]],
      count: {
        sql: `select count(*)::int as any,
                count(*) filter (where reason = 'spam' and words is not null and snapshot is not null)::int as whole
              from reports where reporter_id = $1 and thing_id = $2`,
        values: [browser.member.id, post],
      },
    };
  },

  async "share progress"(browser, { circle, goal }) {
    const path = `/goals/${goal.id}/share`;
    const [choice] = formsIn((await browser.open(path)).html, 'aria-label="What goes to the circle"');
    if (!choice) return null;
    const body = words("progress");
    const chosen = choice.filter(([name]) => name !== "circleId" && name !== "words");
    await browser.send(path, [...chosen, ["circleId", circle.id], ["words", body]]);
    // What is sent is what was looked at. Where the choice was not kept, there is nothing to look at.
    const preview = `${path}?step=preview`;
    const { html } = await browser.open(preview);
    const [form] = html.includes(body.slice(0, 30)) ? formsIn(html, 'aria-label="Share"') : [];
    if (!form) return null;
    return {
      verb: "share progress",
      path: preview,
      form,
      count: {
        sql: `select count(*)::int as any, count(*) filter (where exists (
                select from shares s where s.user_id = p.author_id and s.post_id = p.id and s.goal_id = $4))::int as whole
              from posts p where circle_id = $1 and author_id = $2 and body = $3`,
        values: [circle.id, browser.member.id, body, goal.id],
      },
    };
  },
} satisfies Record<string, Verb>;

export const fillSomething = (browser: Browser, place: Place, chance: Chance): Promise<Filled | null> =>
  chance.oneOf<Verb>(Object.values(verbs))(browser, place, chance);
