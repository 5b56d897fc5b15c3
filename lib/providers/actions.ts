"use server";
import { confirmClaim, type Opened } from "@/lib/accounts/claims";
import { continueSignIn } from "@/lib/accounts/continue-sign-in";
import { requireProof } from "@/lib/accounts/prove";
import { tellMember } from "@/lib/accounts/tell-member";
import { requireAnotherWayIn } from "@/lib/accounts/ways-in";
import { asSystem } from "@/lib/db";
import { accountAction, goTo, say, visitorAction } from "@/lib/form-action";
import { refuseFlood } from "@/lib/limits";
import { dropIntroduction, findIntroduction } from "@/lib/providers/introduction";
import { nameOf } from "@/lib/providers/providers";
import { joinThroughForm, linkForm, unlinkForm } from "@/lib/providers/schema";
import { Refusal } from "@/lib/refusal";
import { noteEvent } from "@/lib/security-events/note-event";

const OVER =
  "What the provider said is more than ten minutes old, so nothing was done. Please go there once more.";

/** Opens an account for whom a provider has introduced. Sent twice, it opens one and signs in to it. */
export const joinThroughProvider = visitorAction(joinThroughForm, async ({ id, name, timeZone }) => {
  const said = await findIntroduction();
  if (!said) throw new Refusal(OVER);
  const { provider, subject, email, next } = said;
  await refuseFlood("join", email);
  const account = await asSystem(async (db): Promise<Opened> => {
    // Held, so that the same form at once waits here, and finds what the first one made.
    await db.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${provider} ${subject}`}, 0))`;
    const linked = await db.linkedProvider.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { user: { select: { id: true, passwordHash: true } } },
    });
    if (linked) return linked.user;
    const { count } = await db.user.createMany({
      data: { id, email, name, timeZone, passwordHash: null, adultSaidAt: new Date() },
      skipDuplicates: true,
    });
    if (count === 0) throw new Refusal("This form is out of date. Please reload the page and send it again.");
    await noteEvent(db, id, "joined");
    if (!(await confirmClaim(db, { id, email }))) {
      throw new Refusal(
        "Somebody has an account with this address here since a moment ago. If it was you, sign in to that one.",
      );
    }
    await db.linkedProvider.createMany({ data: { userId: id, provider, subject, usedAt: new Date() } });
    await noteEvent(db, id, "provider linked");
    return { id, passwordHash: null };
  });
  const then = await continueSignIn(account, next);
  await dropIntroduction();
  return goTo(then);
});

/** Makes a provider another way into the account that is signed in. */
export const linkProvider = accountAction(
  linkForm,
  async (member, { currentPassword }) => {
    const said = await findIntroduction();
    if (!said) throw new Refusal(OVER);
    const { provider, subject } = said;
    await requireProof(member, currentPassword);
    await asSystem(async (db) => {
      const mine = { userId: member.id, provider, subject };
      const { count } = await db.linkedProvider.createMany({ data: mine, skipDuplicates: true });
      if (count === 0 && (await db.linkedProvider.count({ where: mine })) === 0) {
        throw new Refusal(
          `Nothing was changed: this account at ${nameOf(provider)} opens another account here, or yours has one of ${nameOf(provider)} already. Take that one out first.`,
        );
      }
      if (count > 0) {
        await tellMember(db, member.id, "provider linked", {
          subject: "Another way to sign in",
          what: `Your account can now be entered through ${nameOf(provider)} too.`,
        });
      }
    });
    await dropIntroduction();
    return goTo("/settings/sign-in");
  },
  { verified: true },
);

/** Takes a provider out, unless nothing else would be left to sign in with. */
export const unlinkProvider = accountAction(unlinkForm, async (member, { provider, currentPassword }) => {
  await requireProof(member, currentPassword);
  await asSystem(async (db) => {
    // Not there, or gone already: that is what was asked for.
    if ((await db.linkedProvider.count({ where: { userId: member.id, provider } })) === 0) return;
    await requireAnotherWayIn(db, member.id);
    const gone = await db.linkedProvider.deleteMany({ where: { userId: member.id, provider } });
    if (gone.count > 0) {
      await tellMember(db, member.id, "provider unlinked", {
        subject: "A way to sign in was taken out",
        what: `Your account cannot be entered through ${nameOf(provider)} any more.`,
      });
    }
  });
  return say(`${nameOf(provider)} does not open your account any more.`);
});
