import { defineConfig } from "vitest/config";

// One editor and one browser at a time: each is a whole program, and small machines have two cores.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.editor.ts"],
    exclude: ["app/**"],
    globalSetup: ["./global-setup.ts"],
    pool: "forks",
    fileParallelism: false,
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    teardownTimeout: 30_000,
  },
});
