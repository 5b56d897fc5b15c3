import { codeOf } from "@/lib/invitations/code";
import { anInvitation } from "../factories";
import { everyone, holders, holdersOrTold, type Rows } from "./row";

/* Circles, invitations to them, and who holds them. */

const described = {
  name: "Thursday lanterns",
  purpose: "People between jobs.",
  language: "English",
  timeZone: "Europe/Berlin",
  meetingDay: 4,
  meetingTime: "18:00",
  pace: "twice",
  secondMeetingDay: 1,
  secondMeetingTime: "12:30",
  videoLink: "",
};

export const rowsOfCircles: Rows = {
  "circles/openCircle": { row: everyone, fields: () => ({ ...described, alias: "Juniper" }) },
  "circles/describeCircle": {
    row: holdersOrTold,
    fields: ({ circle }) => ({ ...described, circleId: circle.id }),
  },
  "circles/writeAgreements": {
    row: holdersOrTold,
    fields: ({ circle }) => ({ circleId: circle.id, agreements: "Be kind." }),
  },
  "invitations/makeInvitation": {
    row: { ...holders, unverified: "no" },
    fields: ({ circle }) => ({ circleId: circle.id, people: 1, days: 7 }),
    fresh: true,
  },
  "invitations/takeBackInvitation": {
    row: holders,
    fields: async ({ circle, facilitator }) => ({
      circleId: circle.id,
      invitationId: (await anInvitation(facilitator, circle)).id,
    }),
  },
  "memberships/joinCircle": {
    row: { "signed out": "sign in", removed: "no", anyoneElse: "done" },
    fields: async ({ circle, facilitator }, person) => ({
      code: codeOf(await anInvitation(facilitator, circle)),
      alias: `${person} again`,
      agreed: true,
    }),
    fresh: true,
  },
  // Leaving where one does not sit is simply done: nothing happens.
  "memberships/leaveCircle": {
    row: everyone,
    fields: ({ circle }) => ({ circleId: circle.id }),
    fresh: true,
  },
  "memberships/handOver": {
    row: { "signed out": "sign in", facilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron", afterwards: "member" }),
    fresh: true,
  },
  "memberships/makeCofacilitator": {
    row: { "signed out": "sign in", facilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
  "memberships/endCofacilitator": {
    row: { "signed out": "sign in", facilitator: "done", cofacilitator: "done", anyoneElse: "404" },
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Alder" }),
    fresh: true,
  },
  "memberships/askToLeave": {
    row: holders,
    fields: ({ circle }) => ({ circleId: circle.id, alias: "Heron" }),
    fresh: true,
  },
};
