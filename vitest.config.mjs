import { defineConfig } from "vitest/config";

/** The tests that need no editor. A busy machine is slow, and a slow test is no wrong one: what must be fast says so. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
