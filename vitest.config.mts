import { defineConfig } from "vitest/config";

/** The unit and security tests. End-to-end tests drive the built app and have their own runner. */
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx", "test/security/**/*.test.ts"],
    environment: "node",
    // Every core: much of a test is waiting for a disk.
    maxWorkers: "100%",
    // A limit against a test that hangs, never a measure of speed: any machine under any load stays below it.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
