import { codeOf } from "@/lib/invitations/code";
import { expect } from "../fixtures";
import { signIn } from "../steps";
import type { Rows } from "./row";

/* What somebody sees who is not signed in, or comes by a link that was mailed. */

export const pagesOfVisitors: Rows = {
  "(public)": [["nobody", () => "/", /^A calm place/]],
  "(public)/[...nowhere]": [
    ["nobody", () => "/nowhere", /^There is nothing here/],
    ["author", () => "/no/where", /^There is nothing here/],
  ],
  "(public)/privacy": [["nobody", () => "/privacy", /^Privacy$/]],
  "(public)/help-now": [["nobody", () => "/help-now?country=DE", /^Need help now\?$/]],
  "(public)/join": [["nobody", () => "/join", /^Join Onward$/]],
  "(public)/sign-in": [["nobody", () => "/sign-in?kept=1", /^Sign in$/]],
  "(public)/sign-in/provider": [
    ["nobody", () => "/sign-in/provider?trouble=denied", /^You said no there$/],
    ["author", () => "/sign-in/provider", /^This way in is used, or over$/],
  ],
  "(public)/sign-in/second-step": [
    [
      "nobody",
      () => "/sign-in/second-step",
      /^One more step$/,
      async (page, { careful }) => {
        await page.goto("/sign-in");
        await signIn(page, careful.email);
        await expect(page).toHaveURL(/second-step/);
      },
    ],
  ],
  "(public)/forgot-password": [["nobody", () => "/forgot-password", /^Set a new password$/]],
  "(public)/reset-password/[token]": [
    ["nobody", ({ links }) => `/reset-password/${links.reset}`, /^Choose a new password$/],
    ["nobody", () => `/reset-password/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/verify/[token]": [
    ["nobody", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["unverified", ({ links }) => `/verify/${links.verify}`, /^Confirm your e-mail$/],
    ["author", ({ links }) => `/verify/${links.verified}`, /^Your e-mail is confirmed$/],
    ["nobody", ({ links }) => `/verify/${links.taken}`, /^You have another account with this address$/],
    ["nobody", () => `/verify/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/new-address/[token]": [
    ["nobody", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["author", ({ links }) => `/new-address/${links.newAddress}`, /^Your new e-mail address$/],
    ["careful", ({ links }) => `/new-address/${links.changed}`, /^Your address is changed$/],
    ["nobody", () => `/new-address/${"a".repeat(22)}`, /^This link does not work any more$/],
  ],
  "(public)/goodbye": [["nobody", () => "/goodbye", /^Take care$/]],
  "(public)/invite/[code]": [
    ["nobody", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["outsider", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^Thursday lanterns$/],
    ["member", ({ invitation }) => `/invite/${codeOf(invitation)}`, /^You are in this circle$/],
    ["nobody", () => `/invite/${"a".repeat(43)}`, /^This link does not work any more$/],
  ],
};
