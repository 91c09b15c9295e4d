import { defineConfig } from "@playwright/test";

/** The end-to-end tests: they start the built app in real Electron, one window at a time. No browser is used. */
export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results/e2e",
  workers: 1,
  retries: 0,
  // Limits against a test that hangs, never a measure of speed: any machine under any load stays below them.
  timeout: 900_000,
  expect: { timeout: 300_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
});
