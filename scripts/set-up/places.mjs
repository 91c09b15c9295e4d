import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, where package.json lies. */
export const project = fileURLToPath(new URL("../..", import.meta.url));

/** The installed package `electron`; its runtime goes to the folder `dist` inside. */
export const electronPackage = join(project, "node_modules", "electron");

/** The folder of what the build makes. */
export const dist = join(project, "dist");
