import { beginCodes, turnCodesOn } from "../steps";
import type { Rows } from "./row";

/* Settings, and the mails that they are about. */

export const pagesOfSettings: Rows = {
  "(member)/settings": [["unverified", () => "/settings", /^Settings$/]],
  "(member)/settings/sign-in": [
    ["unverified", () => "/settings/sign-in", /^Signing in$/],
    ["author", () => "/settings/sign-in", /^Signing in$/],
    ["careful", () => "/settings/sign-in", /^Signing in$/],
  ],
  "(member)/settings/sign-in/passkey": [["author", () => "/settings/sign-in/passkey", /^Add a passkey$/]],
  "(member)/settings/sign-in/codes": [
    ["author", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["careful", () => "/settings/sign-in/codes", /^One-time codes$/],
    ["facilitator", () => "/settings/sign-in/codes", /^One-time codes$/, beginCodes],
    ["member", () => "/settings/sign-in/codes", /^One-time codes$/, turnCodesOn],
  ],
  "(member)/settings/sign-in/password": [
    ["author", () => "/settings/sign-in/password", /^Change your password$/],
  ],
  "(member)/settings/sign-in/e-mail": [
    ["author", () => "/settings/sign-in/e-mail", /^Change your e-mail address$/],
  ],
  "(member)/settings/reminders": [
    ["author", () => "/settings/reminders", /^Mails and quiet hours$/],
    [
      "unverified",
      () => "/settings/reminders",
      /^Mails and quiet hours$/,
      null,
      "Your address takes no mail just now",
    ],
  ],
  "(public)/unsubscribe/[code]": [
    ["nobody", ({ stops }) => `/unsubscribe/${stops.digest}`, /^Stop these mails\?$/],
    ["nobody", ({ stops }) => `/unsubscribe/${stops.evening}`, /^Stopped$/],
    ["nobody", () => `/unsubscribe/${"a".repeat(22)}`, /^There is nothing here/],
  ],
  "(member)/settings/calendar": [
    ["author", () => "/settings/calendar", /^Your calendar$/],
    ["facilitator", () => "/settings/calendar", /^Your calendar$/, null, "Make a new address"],
  ],
  "(member)/settings/history": [["author", () => "/settings/history", /^What happened to your account$/]],
  "(member)/settings/delete": [
    ["author", () => "/settings/delete", /^Delete your account$/],
    ["author", () => "/settings/delete?sure=1", /^Delete your account now\?$/],
  ],
  "(member)/settings/advising": [["author", () => "/settings/advising", /^What you could be asked about$/]],
  "(member)/settings/export": [
    ["author", () => "/settings/export", /^Take everything along$/],
    ["author", () => "/settings/export?later=1", /^Take everything along$/, null, "several times just now"],
  ],
};
