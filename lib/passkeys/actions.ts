"use server";
import { z } from "zod";
import { requireProof } from "@/lib/accounts/prove";
import { signInHere } from "@/lib/accounts/sign-in-here";
import { beginStep, leaveStep, takeStep } from "@/lib/accounts/sign-in-steps";
import { tellMember } from "@/lib/accounts/tell-member";
import { requireAnotherWayIn } from "@/lib/accounts/ways-in";
import { asSystem } from "@/lib/db";
import { accountAction, ask, goTo, say, visitorAction } from "@/lib/form-action";
import { refuseFlood } from "@/lib/limits";
import { askForAny, askForNew, readAnswer, readCount, readNew } from "@/lib/passkeys/ceremony";
import { follows, MOST_PASSKEYS } from "@/lib/passkeys/rules";
import {
  addPasskeyForm,
  beginPasskeyForm,
  namePasskeyForm,
  signInWithPasskeyForm,
  takeOutPasskeyForm,
} from "@/lib/passkeys/schema";
import { Refusal } from "@/lib/refusal";

const question = z.object({ challenge: z.string() });

export const beginPasskey = accountAction(
  beginPasskeyForm,
  async (member, { currentPassword }) => {
    await requireProof(member, currentPassword);
    const asked = await asSystem(async (db) => {
      const known = await db.passkey.findMany({
        where: { userId: member.id },
        select: { id: true, transports: true },
      });
      if (known.length >= MOST_PASSKEYS) {
        throw new Refusal("You have twenty passkeys already. Please take one out first.");
      }
      const asked = await askForNew(member, known);
      const details = { challenge: asked.challenge };
      await beginStep(db, "new-passkey", { userId: member.id, details });
      return asked;
    });
    return ask(asked);
  },
  { verified: true },
);

export const addPasskey = accountAction(
  addPasskeyForm,
  async ({ id: userId }, { name, answer }) => {
    const step = await asSystem((db) => takeStep(db, "new-passkey"));
    const passkey =
      step?.userId === userId ? await readNew(answer, question.parse(step.details).challenge) : null;
    const added = await asSystem(async (db) => {
      if (!passkey) return false;
      const { count } = await db.passkey.createMany({
        data: { ...passkey, userId, name },
        skipDuplicates: true,
      });
      if (count === 0) return false;
      await tellMember(db, userId, "passkey added", {
        subject: "A passkey was added",
        what: "A passkey was just added to your account: from now on it signs in without your password.",
      });
      return true;
    });
    if (!added) {
      throw new Refusal(
        "This passkey could not be added: it took too long, or it is not one for this place. Nothing was changed; please try once more.",
      );
    }
    await leaveStep("new-passkey");
    return goTo("/settings/sign-in");
  },
  { verified: true },
);

export const namePasskey = accountAction(namePasskeyForm, async (member, { passkeyId, name }) => {
  const mine = { userId: member.id, id: passkeyId };
  await asSystem((db) => db.passkey.updateMany({ where: mine, data: { name } }));
  return say("It has its new name.");
});

export const takeOutPasskey = accountAction(takeOutPasskeyForm, async (member, form) => {
  await requireProof(member, form.currentPassword);
  const { id: userId } = member;
  const mine = { userId, id: form.passkeyId };
  await asSystem(async (db) => {
    if ((await db.passkey.count({ where: mine })) === 0) return;
    await requireAnotherWayIn(db, userId);
    // The other press of the same button may have been faster.
    if ((await db.passkey.deleteMany({ where: mine })).count === 0) return;
    await tellMember(db, userId, "passkey taken out", {
      subject: "A passkey was taken out",
      what: "A passkey was just taken out of your account: it does not sign in any more.",
    });
  });
  return say("Taken out. It does not open your account any more.");
});

export const beginPasskeySignIn = visitorAction(z.object({}), async () => {
  await refuseFlood("passkey");
  const asked = await askForAny();
  const details = { challenge: asked.challenge };
  await asSystem((db) => beginStep(db, "passkey", { userId: null, details }));
  return ask(asked);
});

/** The same words for a passkey that nobody knows, one that was taken out, and an answer that does not hold. */
export const signInWithPasskey = visitorAction(signInWithPasskeyForm, async ({ answer, next }) => {
  // The question is used up, whatever was answered.
  const step = await asSystem((db) => takeStep(db, "passkey"));
  const given = readAnswer(answer);
  const passkey =
    given &&
    (await asSystem((db) =>
      db.passkey.findUnique({
        where: { id: given.id },
        select: {
          id: true,
          userId: true,
          publicKey: true,
          counter: true,
          user: { select: { passwordHash: true } },
        },
      }),
    ));
  const count =
    step && passkey ? await readCount(given, question.parse(step.details).challenge, passkey) : null;
  if (!passkey || count === null || !(await countUse(passkey, count))) throw new Refusal(NOT_KNOWN);
  const place = await signInHere({ id: passkey.userId, passwordHash: passkey.user.passwordHash }, next);
  await leaveStep("passkey");
  return goTo(place);
});

const NOT_KNOWN =
  "This passkey does not open an account here. It may have been taken out, or the page was open for too long. Please try once more, or sign in with your password.";

async function countUse(
  { id, userId, counter }: { id: string; userId: string; counter: bigint },
  counted: bigint,
): Promise<boolean> {
  if (!follows(counter, counted)) return false;
  // Of two answers with the same count, the second finds another count than it has seen.
  const { count } = await asSystem((db) =>
    db.passkey.updateMany({
      where: { userId, id, counter },
      data: { counter: counted, usedAt: new Date() },
    }),
  );
  return count === 1;
}
