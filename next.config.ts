import type { NextConfig } from "next";

const config: NextConfig = {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // The image optimiser is an open door that Onward has no use for.
  images: { unoptimized: true },
  // Addons and libraries that read their own files at run time stay out of the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "nodemailer", "rate-limiter-flexible"],
  experimental: {
    serverActions: { bodySizeLimit: "256kb" },
  },
};

export default config;
