import type { Prisma } from "@/lib/generated/client";

export const meetingRow = {
  id: true,
  circleId: true,
  kind: true,
  agenda: true,
  minutes: true,
  people: true,
  openedAt: true,
  closesAt: true,
  openedById: true,
  endedAt: true,
  step: true,
  stepStartedAt: true,
  addedMinutes: true,
  move: true,
  version: true,
} satisfies Prisma.MeetingSelect;

export type MeetingRow = Prisma.MeetingGetPayload<{ select: typeof meetingRow }>;
