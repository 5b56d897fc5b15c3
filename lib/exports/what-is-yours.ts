/*
 * Whoever is here can take everything of theirs along, in one file, at any time. It holds each row that is theirs, by
 * the database's own names, with their words opened. It holds no word of other members: what those answered is theirs.
 * What moderators and supporters wrote to nobody but the one who asks comes along. What opens doors (passwords, keys,
 * secret addresses) stays here, and so does what would tell who somebody else is.
 *
 * A new table is a line below: here, or with the reason why not.
 */

import type { BytesColumn } from "@/lib/private-words";

export type Yours = {
  table: string;
  /** The column that says whose a row is. */
  owner: string;
  /** What does not come along. Bytes and ids of other people never do. */
  without?: readonly string[];
  /** What is sealed with the installation's key, for moderators. */
  forModerators?: readonly string[];
  /** Bytes that lie sealed with the member's own key, and the column that names their row: written as base64. */
  bytes?: { column: BytesColumn; place: string };
  /** How many rows are read, and lie in memory, at a time, where they are large. */
  atOnce?: number;
};

const ofUser = (table: string, more: Omit<Yours, "table" | "owner"> = {}): Yours => ({
  table,
  owner: "user_id",
  ...more,
});
const ofAuthor = (table: string): Yours => ({ table, owner: "author_id" });

/** What comes along, in the order of the file. Two lines of a table are two lists: one for each way to be theirs. */
export const yours: readonly Yours[] = [
  { table: "users", owner: "id", without: ["password_hash", "claim_tag", "data_key"] },
  // setbacks and what grows out of them
  ofUser("setbacks"),
  ofUser("feelings"),
  ofUser("reframes"),
  ofUser("reframe_feelings"),
  ofUser("reasons"),
  ofUser("debriefs"),
  ofUser("practice_questions"),
  ofUser("writing_sessions"),
  ofUser("exercises"),
  ofUser("jar_entries"),
  ofUser("feedback_requests"),
  ofUser("feedback_templates"),
  ofUser("experiments"),
  ofUser("experiment_cases"),
  ofUser("if_then_plans"),
  ofUser("plan_firings"),
  ofUser("learning_plans"),
  ofUser("wishes"),
  ofUser("drafts"),
  // steps
  ofUser("goals"),
  ofUser("efforts"),
  ofUser("pauses"),
  ofUser("former_rhythms"),
  ofUser("planned_steps"),
  ofUser("wins"),
  ofUser("win_pictures", { bytes: { column: "win_pictures.picture", place: "win_id" }, atOnce: 4 }),
  ofUser("noticed_wins"),
  ofUser("declined_steps"),
  // circles
  ofUser("memberships", { without: ["invitation_id"] }),
  { table: "circles", owner: "opened_by_id" },
  ofAuthor("posts"),
  ofAuthor("replies"),
  { table: "encouragements", owner: "member_id" },
  ofUser("shares"),
  ofAuthor("check_ins"),
  ofAuthor("commitments"),
  { table: "meetings", owner: "opened_by_id", without: ["tag"] },
  { table: "attendances", owner: "member_id" },
  ofAuthor("written_turns"),
  { table: "turn_swaps", owner: "offered_by_id" },
  { table: "turn_swaps", owner: "taken_by_id" },
  ofUser("landings"),
  { table: "invitations", owner: "made_by_id" },
  ofUser("arrivals", { without: ["invitation_id"] }),
  ofUser("merge_consents"),
  ofUser("waits"),
  ofUser("proposals"),
  ofUser("seat_asks"),
  ofUser("advice_offers"),
  ofUser("nudges"),
  // supporters
  ofUser("supporter_links"),
  ofUser("supporter_goals"),
  ofUser("supporter_setbacks"),
  ofUser("supporter_visits"),
  ofUser("supporter_notes"),
  // safety
  ofUser("blocks"),
  { table: "reports", owner: "reporter_id", without: ["thing_id"], forModerators: ["words"] },
  ofUser("decision_letters", { forModerators: ["words"] }),
  ofUser("appeals", { forModerators: ["words"] }),
  ofUser("moderators"),
  // the account
  ofUser("today_layouts"),
  ofUser("reminder_settings"),
  ofUser("reminders"),
  ofUser("calendar_feeds", { without: ["address_id"] }),
  // A session's id opens it.
  ofUser("sessions", { without: ["id"] }),
  ofUser("passkeys", { without: ["id"] }),
  ofUser("linked_providers", { without: ["subject"] }),
  ofUser("security_events"),
];

/** What says whose it is and does not come along, and why. */
export const staysHere: Record<string, string> = {
  mailed_links: "It opens an account, for an hour or a day.",
  one_time_codes: "It is a secret that signs in; that it is there is said in security_events.",
  recovery_codes: "Hashes of codes that sign in.",
  unsubscribe_links: "Hashes of what stops a mail.",
  sign_in_steps: "Signing in that is under way, for ten minutes.",
};
