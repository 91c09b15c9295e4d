import { builtinModules } from "node:module";
import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";

const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`]);

/** One self-contained CommonJS file for a Node or Electron process. */
function nodeBundle(entry: string, name: string, outDir = "dist"): UserConfig {
  return {
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      target: "node18.15",
      minify: false,
      rolldownOptions: {
        external: ["electron", ...nodeBuiltins],
        output: { format: "cjs", entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  };
}

const renderer: UserConfig = {
  root: "renderer",
  base: "./",
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    target: "chrome114",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: "renderer/index.html", sheet: "renderer/sheet.html" } },
  },
};

/** `vite build --mode main | main-driven | preload | cli | search-worker | renderer`: what `scripts/build.mjs` runs. */
export default defineConfig(({ mode }) => {
  switch (mode) {
    case "main":
      return { ...nodeBundle("electron/main.ts", "main"), define: { DRIVEN_BY_TESTS: "false" } };
    case "main-driven":
      // Never shipped: a package of it lets tests drive it.
      return {
        ...nodeBundle("electron/main.ts", "main", "node_modules/.cache/driven/dist"),
        define: { DRIVEN_BY_TESTS: "true" },
      };
    case "preload":
      return nodeBundle("electron/preload.ts", "preload");
    case "cli":
      return nodeBundle("electron/cli.ts", "cli");
    case "search-worker":
      return nodeBundle("electron/search/worker.ts", "search-worker");
    case "renderer":
      return renderer;
    default:
      throw new Error(`vite.config.mts knows no mode "${mode}".`);
  }
});
