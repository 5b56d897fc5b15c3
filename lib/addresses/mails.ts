import "server-only";
import { env } from "@/lib/env";
import type { Mail } from "@/lib/mail";

/* Anybody can type any address into the form, so nothing that its member wrote is in these either. */

const pageOf = (path: string) => `${env().ONWARD_URL}${path}`;

export const confirmNewAddress = (to: string, token: string): Mail => ({
  to,
  subject: "Please confirm your new e-mail address",
  text: `Hello,

this address was entered as the new one of an account on Onward. Please confirm that it is yours:

${pageOf(`/new-address/${token}`)}

The link works once, and for 24 hours. In a browser where you are not signed in it asks for your
password. From then on you sign in with this address, and every other device is signed out.

If it was not you, there is nothing to do. Without you nobody can use your address there.
`,
});

export const addressIsTaken = (to: string): Mail => ({
  to,
  subject: "This address has an account already",
  text: `Hello,

somebody, most likely you, entered this address as the new one of another account on Onward. It belongs to
an account of its own there, so it stays with that one and nothing was changed.

To use it for the other account, sign in to the older one first and give that another address, or delete it:

${pageOf("/sign-in")}

If it was not you, there is nothing to do. Nobody has seen or changed anything of yours.
`,
});

export const addressWasChanged = (to: string): Mail => ({
  to,
  subject: "Your e-mail address was changed",
  text: `Hello,

your account on Onward has another e-mail address now, which was confirmed just now. This one does not open
it any more, no more mail comes here, and every other device was signed out.

If it was you, there is nothing to do.

If it was not, somebody knows your password. If you have a passkey, sign in with that and change your address
and password back: Settings, “Signing in”. Otherwise write to whoever runs this place.
`,
});
