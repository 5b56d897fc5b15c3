import { connected } from "./database/connect";
import type { Member } from "./factories";

/** A member who lives in another time zone from now on, in which it may be a day earlier. */
export async function travel(member: Member, timeZone: string): Promise<void> {
  member.timeZone = timeZone;
  await connected("admin", (admin) =>
    admin.query("update users set time_zone = $2 where id = $1", [member.id, timeZone]),
  );
}
