import { encode } from "next-auth/jwt";
import type { Member } from "@/tests/factories";
import { formsIn, type PlainForm } from "../plain-form.ts";

export type Answer = { status: number; html: string; location: string | null; ms: number };

/** Who is signed in: as much of them as a browser needs. */
export type Owner = Pick<Member, "id" | "sessionId">;

/** A browser without JavaScript, in which a member is signed in. */
export type Browser = {
  member: Owner;
  /** Its cookie. */
  session: string;
  open: (path: string) => Promise<Answer>;
  /** Sends a form and follows where it is asked to, but not where a finished one leads. */
  send: (path: string, form: PlainForm) => Promise<Answer>;
};

/** Longer than any answer may take, so that one that takes too long is seen and not cut off. */
const GIVES_UP_MS = 15_000;

export async function aBrowser(
  member: Owner,
  { ONWARD_URL: site, ONWARD_SECRET: secret }: { ONWARD_URL: string; ONWARD_SECRET: string },
  noteTime: (ms: number, status: number) => void = () => {},
): Promise<Browser> {
  const session = await encode({ token: { sid: member.sessionId }, secret, maxAge: 86_400 });
  const cookie = `onward.session=${session}`;

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const began = performance.now();
    const response = await fetch(new URL(path, site), {
      ...init,
      headers: { cookie, accept: "text/html", ...(init.body ? { origin: site } : {}) },
      redirect: "manual",
      signal: AbortSignal.timeout(GIVES_UP_MS),
    });
    const html = await response.text();
    const ms = performance.now() - began;
    noteTime(ms, response.status);
    return { status: response.status, html, location: response.headers.get("location"), ms };
  }

  return {
    member,
    session,
    open: (path) => ask(path),
    async send(path, form) {
      const body = () => {
        const data = new FormData();
        for (const [name, value] of form) data.append(name, value);
        return data;
      };
      const answer = await ask(path, { method: "POST", body: body() });
      // 307 and 308: "send it there, as it is".
      if (answer.status !== 307 && answer.status !== 308) return answer;
      const again = await ask(answer.location ?? "", { method: "POST", body: body() });
      return { ...again, ms: again.ms + answer.ms };
    },
  };
}

/** Whether an answer says that what was sent is done. */
export const isDone = ({ status, html }: Answer): boolean =>
  status === 303 || (status === 200 && !html.includes('role="alert"'));

/** The form with which a page that could not save offers to send everything again. */
export const formToSendAgain = ({ status, html }: Answer): PlainForm | undefined =>
  status === 503 ? formsIn(html, "Send again")[0] : undefined;

/** What whoever watches over an installation is told. */
export const isWell = (site: string): Promise<boolean> =>
  fetch(new URL("/api/health", site), { signal: AbortSignal.timeout(GIVES_UP_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
