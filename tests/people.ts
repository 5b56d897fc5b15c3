import { asMember } from "@/lib/db";
import { type FormAction, type FormState, idle } from "@/lib/form-state";
import { keepSession } from "@/lib/session";
import { lookAs, type Viewer } from "@/lib/viewer";
import type { Member } from "./factories";
import { type Fields, formOf } from "./form";
import { type Answer, answerOf, aRequest, type Request, requests } from "./request";

/** Looks at something as a member: the query runs in a transaction under row-level security. */
export const as = <T>(member: Member, look: (viewer: Viewer) => Promise<T>): Promise<T> =>
  asMember(member.id, (db) => look(lookAs(member, db)));

/** A browser in which this member is signed in; with null, one in which nobody is. */
export async function browserOf(
  member: Member | null,
  headers: Record<string, string> = {},
): Promise<Request> {
  const request = aRequest(new Map(), headers);
  if (member) await requests.run(request, () => keepSession(member.sessionId));
  return request;
}

export type { Fields };

/** What a member sees after sending a form: its state, or where they were taken. */
export type Sent = FormState | { status: "went"; to: string } | { status: "not found" };

/** Sends a form as a member, from a browser of theirs: the real action, as Next would call it. */
export async function submit(
  member: Member | null,
  action: FormAction,
  fields: Fields,
  from: { headers?: Record<string, string>; browser?: Request } = {},
): Promise<Sent> {
  return send(from.browser ?? (await browserOf(member, from.headers)), action, formOf(fields));
}

/** Sends from a browser whatever there is to send. */
export async function send(browser: Request, action: FormAction, data: FormData): Promise<Sent> {
  const answer = await answerOf(browser, () => action(idle, data));
  if ("shown" in answer) return answer.shown;
  return "went" in answer ? { status: "went", to: answer.went } : { status: "not found" };
}

/** Opens a page as a member: its own function, with its own read. */
export async function visit<T>(member: Member | null, page: () => Promise<T>): Promise<Answer<T>> {
  return answerOf(await browserOf(member), page);
}
