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

// `after` runs its work once the response is on its way; here the test is there to see it.
vi.mock("next/server", async (original) => ({
  ...(await original<typeof import("next/server")>()),
  after: (work: () => unknown) => void current().after.push(Promise.resolve().then(work)),
}));
