/*
 * The notes of a meeting are its writer's alone while it goes on: they save themselves as a draft. Then their writer
 * sees them as the circle will, and only then shares them, as one post a meeting. Who took it upon them to write the
 * notes may share them; so may those who look after the circle, who sum up a meeting in writing.
 */

import type { MembershipRole } from "@/lib/generated/enums";

export const canShareNotes = (
  me: { scribedAt: Date | null } | undefined,
  seat: { role: MembershipRole },
): boolean => seat.role !== "member" || (me !== undefined && me.scribedAt !== null);
