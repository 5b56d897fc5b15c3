import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import InvitePage from "@/app/(public)/invite/[code]/page";
import { InvitationGone } from "@/components/circles/invitation-gone";
import { freshId } from "@/lib/ids";
import { codeOf } from "@/lib/invitations/code";
import { askToLeave } from "@/lib/memberships/actions";
import { aCircle, aMember, anInvitation, join, leave, type Member } from "../factories";
import { submit, visit } from "../people";

const open = (member: Member | null, code: string) =>
  visit(member, () => InvitePage({ params: Promise.resolve({ code }), searchParams: Promise.resolve({}) }));

async function html(member: Member | null, code: string): Promise<string> {
  const answer = await open(member, code);
  if (!("shown" in answer)) throw new Error(`The page was not shown: ${JSON.stringify(answer)}`);
  return renderToStaticMarkup(answer.shown as ReactElement);
}

async function invited() {
  const juniper = await aMember();
  const circle = await aCircle(juniper, [await aMember({ name: "Heron" })], {
    agreements: "We listen first.",
    videoLink: "https://meet.example.org/lanterns",
  });
  const invitation = await anInvitation(juniper, circle, { uses: 2 });
  return { juniper, circle, invitation, code: codeOf(invitation) };
}

describe("an invitation's page", () => {
  test("shows a visitor the circle and what was agreed, and the way to join and back", async () => {
    const { code, juniper } = await invited();
    const seen = await html(null, code);
    expect(seen).toContain("Thursday lanterns");
    expect(seen).toContain("People between jobs in logistics.");
    expect(seen).toContain("We listen first.");
    expect(seen).toContain("Thursdays at 18:00");
    expect(seen.match(/<h1/g)).toHaveLength(1);
    const next = encodeURIComponent(`/invite/${code}`);
    expect(seen).toContain(`href="/join?next=${next}"`);
    expect(seen).toContain(`href="/sign-in?next=${next}"`);
    expect(seen).not.toContain("Join this circle");
    for (const secret of ["Juniper", "Heron", "meet.example.org", juniper.id]) {
      expect(seen).not.toContain(secret);
    }
  });

  test("asks a member for an alias and a yes", async () => {
    const { code } = await invited();
    const seen = await html(await aMember({ name: "Wren", verified: false }), code);
    expect(seen).toContain("Your name in this circle");
    expect(seen).toContain('value="Wren"');
    expect(seen).toContain("I agree to these agreements");
    expect(seen).toContain("Join this circle");
    expect(seen).not.toContain("meet.example.org");
  });

  test("says the meeting by the reader's own clock too", async () => {
    const { code } = await invited();
    expect(await html(await aMember({ timeZone: "America/New_York" }), code)).toContain("the next time is");
    expect(await html(null, code)).not.toContain("the next time is");
  });

  test("brings whoever sits there to the circle, even by a link that ended", async () => {
    const { juniper, circle, invitation, code } = await invited();
    const wren = await aMember({ name: "Wren" });
    await join(wren, circle, invitation);
    await join(await aMember({ name: "Alder" }), circle, invitation);
    for (const member of [juniper, wren]) {
      const seen = await html(member, code);
      expect(seen).toContain(`They know you as <bdi>${member.name}</bdi>.`);
      expect(seen).toContain(`href="/circles/${circle.id}"`);
    }
  });

  test("does not work when it is wrong, expired, used up or taken back, and does not say which", async () => {
    const { juniper, circle, invitation, code } = await invited();
    const heronLeft = await aMember({ name: "Wren" });
    await join(heronLeft, circle, invitation);
    await leave(heronLeft, circle);
    await join(await aMember({ name: "Alder" }), circle, invitation);
    const expired = codeOf(await anInvitation(juniper, circle, { expiresAt: new Date(Date.now() - 1) }));
    const wrong = codeOf({ circleId: circle.id, id: freshId() });
    const said = renderToStaticMarkup(<InvitationGone />);
    for (const dead of [code, expired, wrong, "lanterns", "A".repeat(43), "%00", "..", "a".repeat(5000)]) {
      for (const someone of [null, await aMember(), heronLeft]) {
        expect(await html(someone, dead)).toBe(`<title>An invitation · Onward</title>${said}`);
      }
    }
    expect(said).toMatch(/does not work any more.*Ask whoever sent it for a new one/);
    expect(said.match(/<h1/g)).toHaveLength(1);
  });

  test("shows somebody who was asked to leave no more than it shows anybody", async () => {
    const { juniper, circle, invitation } = await invited();
    const wren = await aMember({ name: "Wren" });
    await join(wren, circle, invitation);
    await submit(juniper, askToLeave, { circleId: circle.id, alias: "Wren" });
    const seen = await html(wren, codeOf(await anInvitation(juniper, circle)));
    expect(seen).toContain("Join this circle");
    expect(seen).not.toMatch(/Juniper|Heron|They know you as/);
  });
});
