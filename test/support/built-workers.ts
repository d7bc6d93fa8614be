/**
 * Whether documents are read and written by the workers of the build, as in production, or by those of the source. A
 * worker of the source loads hundreds of files for each document and takes twice the processor time; but a build that
 * is older than the source would answer for it, so then, and where tests are watched, the source is taken.
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestProject } from "vitest/node";
import { isBuilt } from "../../scripts/build.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a folder, or null for the source. */
    builtWorkers: string | null;
  }
}

export default function setup(project: TestProject): void {
  const folder = pathToFileURL(join(project.config.root, "dist", "server", "/"));
  project.provide("builtWorkers", isBuilt() && !project.config.watch ? folder.href : null);
}
