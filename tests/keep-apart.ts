import { connected } from "./database/connect";
import type { Member } from "./factories";

/** One of two people wants to meet the other no more. */
export const keepApart = (one: Pick<Member, "id">, other: Pick<Member, "id">) =>
  connected("admin", (admin) =>
    admin.query("insert into blocks (user_id, blocked_id) values ($1, $2) on conflict do nothing", [
      one.id,
      other.id,
    ]),
  );
