/** The check of the house's directions can fail: planted violations are found. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

test("a kernel that reaches for the platform, a slice that reaches into another, and a cycle are reported", () => {
  const violated = violationsOf({
    "src/kernel/a.ts": 'import { b } from "../platform/b.ts";\nexport const a = b;\n',
    "src/platform/b.ts": "export const b = 1;\n",
    "src/registry/store.ts": 'import type { D } from "../intake/draft.ts";\nexport type E = D;\n',
    "src/intake/draft.ts": "export type D = string;\n",
    "src/ui/one.ts": 'import { two } from "./two.ts";\nexport const one = () => two;\n',
    "src/ui/two.ts": 'import { one } from "./one.ts";\nexport const two = () => one;\n',
  });
  expect(violated).toEqual(
    expect.arrayContaining([
      "kernel-imports-only-itself",
      "registry-uses-a-later-slice",
      "slices-meet-through-index",
      "no-cycles",
    ]),
  );
});

test("a house in order has no violation", () => {
  const violated = violationsOf({
    "src/kernel/a.ts": "export const a = 1;\n",
    "src/registry/index.ts": 'export { a } from "../kernel/a.ts";\n',
    "src/intake/use.ts": 'import { a } from "../registry/index.ts";\nexport const c = a;\n',
  });
  expect(violated).toEqual([]);
});

function violationsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "kakehashi-rules-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
    const config = join(root, ".dependency-cruiser.cjs");
    const result = spawnSync(process.execPath, [cruiser, "--config", config, "--output-type", "json", "src"], {
      cwd: folder,
      encoding: "utf8",
    });
    const { summary } = JSON.parse(result.stdout) as {
      summary: { totalCruised: number; violations: { rule: { name: string } }[] };
    };
    expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(files).length);
    return summary.violations.map(({ rule }) => rule.name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
