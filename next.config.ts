import type { NextConfig } from "next";
import { alwaysHeaders } from "./lib/always-headers";

/**
 * What proxy.ts leaves alone is told here. A file needs no policy, but where there is none Next answers with a page,
 * which nobody may frame and which runs nothing.
 */
const ofFiles = Object.entries({
  ...alwaysHeaders,
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}).map(([key, value]) => ({ key, value }));

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The image optimiser is an open door that Onward has no use for.
  images: { unoptimized: true },
  // Addons and libraries that read their own files at run time stay out of the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "rate-limiter-flexible"],
  headers: async () =>
    ["/_next/static/:path*", "/images/:path*"].map((source) => ({ source, headers: ofFiles })),
  experimental: {
    serverActions: { bodySizeLimit: "256kb" },
    // As much as proxy.ts is given of a body whose length was not said. The piece with which it is more is dropped
    // whole, 64 kB at most, and what is left must still be seen to be too much.
    proxyClientMaxBodySize: "384kb",
  },
};

export default config;
