import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import GoalPage from "@/app/(member)/goals/[goalId]/page";
import SettingsPage from "@/app/(member)/settings/page";
import TodayPage from "@/app/(member)/today/page";
import InvitePage from "@/app/(public)/invite/[code]/page";
import { saveSettings, signIn } from "@/lib/accounts/actions";
import { asMember } from "@/lib/db";
import type { FormAction } from "@/lib/form-state";
import { makeSmaller } from "@/lib/goals/actions";
import { codeOf } from "@/lib/invitations/code";
import { joinCircle } from "@/lib/memberships/actions";
import { aCircle, aMember, anInvitation, type Member, PASSWORD } from "../factories";
import { aGoal } from "../factories-of-goals";
import { browserOf, type Fields, submit, visit } from "../people";

/*
 * Somebody types, their session ends, they send the form and sign in again: what they typed is on the page from
 * which they sent it.
 */

type Place = { open: () => Promise<ReactElement>; action: FormAction; label: string; fields: Fields };

const nowhere = { searchParams: Promise.resolve({}) };
const once = { rhythm: "week", times: 1 } as const;

const places: [string, (juniper: Member) => Promise<Place>, typed: string][] = [
  [
    "a smaller goal's name, on its page",
    async (juniper) => {
      const { id } = await aGoal(juniper, { title: "Letters", ...once });
      const open = () => GoalPage({ params: Promise.resolve({ goalId: id }), ...nowhere });
      const fields = { goalId: id, rhythmInWords: "1 a week", title: "One line of a letter" };
      return { open, action: makeSmaller, label: "Make it smaller: Letters", fields };
    },
    'value="One line of a letter"',
  ],
  [
    "a smaller goal's name, on Today",
    async (juniper) => {
      const { id } = await aGoal(juniper, { title: "Letters", ...once });
      const open = () => TodayPage({ params: Promise.resolve({}), ...nowhere });
      const fields = { goalId: id, rhythmInWords: "1 a week", title: "One line of a letter" };
      return { open, action: makeSmaller, label: "Make it smaller: Letters", fields };
    },
    'value="One line of a letter"',
  ],
  [
    "an alias, before joining a circle",
    async () => {
      const host = await aMember({ name: "Heron" });
      const code = codeOf(await anInvitation(host, await aCircle(host)));
      const open = () => InvitePage({ params: Promise.resolve({ code }), ...nowhere });
      const fields = { code, alias: "Fern by the river", agreed: true };
      return { open, action: joinCircle, label: "Join this circle", fields };
    },
    'value="Fern by the river"',
  ],
  [
    "a name, in Settings",
    async () => {
      const look = { theme: "dark", textSize: "normal", font: "reader" };
      const fields = { name: "Fern by the river", timeZone: "Europe/Berlin", ...look };
      return { open: () => SettingsPage(), action: saveSettings, label: "", fields };
    },
    'value="Fern by the river"',
  ],
];

async function html(member: Member, open: () => Promise<ReactElement>): Promise<string> {
  const answer = await visit(member, open);
  if (!("shown" in answer)) throw new Error("the page was not shown");
  return renderToStaticMarkup(answer.shown);
}

/** The key under which a form of the page keeps its words, as the browser would send it. */
function draftKeyIn(page: string, label: string): string | undefined {
  const forms = page.match(/<form.*?<\/form>/gs) ?? [];
  const form = forms.find((form) =>
    label ? form.includes(`aria-label="${label}"`) : form.includes('name="theme"'),
  );
  return /name="draftKey" value="([^"]+)"/.exec(form ?? "")?.[1];
}

test.each(places)(
  "%s, sent when the session was over, is there after signing in",
  async (_what, begin, typed) => {
    const juniper = await aMember();
    const { open, action, label, fields } = await begin(juniper);
    const before = await html(juniper, open);
    expect(before).not.toContain(typed);

    const browser = await browserOf(juniper);
    await asMember(juniper.id, (db) => db.session.updateMany({ data: { revokedAt: new Date() } }));
    const form = { ...fields, draftKey: draftKeyIn(before, label) };
    expect(await submit(null, action, form, { browser })).toMatchObject({
      to: expect.stringContaining("kept=1"),
    });
    await submit(null, signIn, { email: juniper.email, password: PASSWORD }, { browser });

    const back = { ...juniper, sessionId: await sessionOf(juniper) };
    const after = await html(back, open);
    expect(after).toContain(typed);
    expect(after).toContain("We kept what you typed.");
    // Sent for good, it waits no longer.
    await submit(back, action, form);
    expect(await asMember(juniper.id, (db) => db.draft.count())).toBe(0);
  },
);

const sessionOf = async (member: Member): Promise<string> => {
  const { id } = await asMember(member.id, (db) =>
    db.session.findFirstOrThrow({ where: { userId: member.id, revokedAt: null }, select: { id: true } }),
  );
  return id;
};
