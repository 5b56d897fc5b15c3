import { markOf } from "@/lib/devices/mark";
import { freshId } from "@/lib/ids";
import { PASSWORD } from "../factories";
import { aDraft } from "../factories-of-drafts";
import { authorOnly, everyone, type Rows } from "./row";

/* Having an account: joining, the address, the password, the devices, and what is half typed. */

export const rowsOfAccounts: Rows = {
  "accounts/join": {
    row: { anyoneElse: "done" },
    fresh: true,
    fields: () => ({
      email: `${freshId()}@example.org`,
      password: PASSWORD,
      name: "Tern",
      adult: true,
      timeZone: "UTC",
      next: "/today",
    }),
  },
  "accounts/signIn": {
    row: { anyoneElse: "done" },
    fresh: true,
    fields: ({ member }) => ({ email: member.email, password: PASSWORD, next: "/today" }),
  },
  "accounts/signOut": { row: { anyoneElse: "done" }, fields: () => ({}), fresh: true },
  "accounts/askForNewPassword": {
    row: { anyoneElse: "done" },
    fields: ({ author }) => ({ email: author.email }),
  },
  "accounts/setNewPassword": {
    row: { anyoneElse: "no" },
    fields: () => ({ token: "a".repeat(22), password: "six quiet lanterns" }),
  },
  "accounts/confirmAddress": { row: { anyoneElse: "done" }, fields: () => ({ token: "a".repeat(22) }) },
  "accounts/sendConfirmationAgain": { row: everyone, fields: () => ({}) },
  "accounts/saveSettings": {
    row: everyone,
    fields: () => ({
      name: "Tern",
      timeZone: "Asia/Kathmandu",
      theme: "dark",
      textSize: "large",
      font: "reader",
    }),
  },
  "passwords/changePassword": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD, password: "six quiet lanterns" }),
    fresh: true,
  },
  "addresses/changeAddress": {
    row: everyone,
    fields: () => ({ email: `${freshId()}@example.org`, currentPassword: PASSWORD }),
    fresh: true,
  },
  "addresses/leaveNewAddress": { row: everyone, fields: () => ({}) },
  "addresses/takeNewAddress": { row: { anyoneElse: "done" }, fields: () => ({ token: "a".repeat(22) }) },
  "deletions/deleteAccount": {
    row: everyone,
    fields: () => ({ currentPassword: PASSWORD }),
    fresh: true,
  },
  "devices/signOutThere": {
    row: authorOnly,
    fields: ({ author }) => ({ device: markOf(author.sessionId) }),
    fresh: true,
  },
  "devices/signOutElsewhere": { row: everyone, fields: () => ({}) },
  "drafts/saveDraft": {
    row: { "signed out": "no", anyoneElse: "done" },
    fields: () => ({ draftKey: "win", typedAt: Date.now(), body: "half a" }),
  },
  "drafts/startAfresh": {
    row: { "signed out": "sign in", author: "done", anyoneElse: "nothing" },
    fields: async ({ author }) => {
      await aDraft(author, "win", { body: ["half a"] });
      return { key: "win" };
    },
  },
};
