import { vi } from "vitest";
import { current } from "./request";

vi.mock("next/headers", () => ({
  headers: async () => current().headers,
  cookies: async () => {
    const { cookies } = current();
    return {
      get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
      has: (name: string) => cookies.has(name),
      set: (name: string, value: string) => cookies.set(name, value),
      delete: (cookie: string | { name: string }) =>
        cookies.delete(typeof cookie === "string" ? cookie : cookie.name),
    };
  },
}));

vi.mock("next/cache", () => ({
  refresh: () => {
    current().refreshed = true;
  },
}));
