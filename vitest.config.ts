import { defineConfig } from "vitest/config";

export default defineConfig({
  // Packages that are processed here name source maps that they do not bring: a warning for each file.
  logLevel: "error",
  test: {
    include: ["tests/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // GitHub's packages import JSON as only a bundler can.
    server: { deps: { inline: [/@actions\//] } },
  },
});
