import { defineConfig } from "vitest/config";

/** The unit tests. End-to-end, security and bench tests drive the built app and have their own runners. */
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts", "test/unit/**/*.test.tsx"],
    environment: "node",
  },
});
