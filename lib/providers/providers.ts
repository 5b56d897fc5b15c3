import "server-only";
import { env, type ProviderSettings } from "@/lib/env";

/** A provider as members see it: its name in addresses, and how it calls itself. */
export type Provider = { key: string; name: string };

/** The providers that the operator has set up. */
export const listProviders = (): Provider[] =>
  Object.entries(env().ONWARD_OPENID).map(([key, { NAME }]) => ({ key: key.toLowerCase(), name: NAME }));

export const settingsOf = (key: string): ProviderSettings | null =>
  Object.entries(env().ONWARD_OPENID).find(([name]) => name.toLowerCase() === key)?.[1] ?? null;

/** What a provider calls itself; one that is not set up any more is called by its key. */
export const nameOf = (key: string): string => settingsOf(key)?.NAME ?? key;
