/**
 * Licences of what the product runs on: only those that let an office use, change and pass on the whole under
 * Apache-2.0. Read from the lock file, so packages of other platforms count too. A new licence, or one a package does
 * not name, is looked at by a person before it comes in here.
 */
import { expect, it } from "vitest";
import lock from "../package-lock.json" with { type: "json" };

const ALLOWED: ReadonlySet<string> = new Set([
  ...["MIT", "MIT-0", "MIT/X11", "ISC", "0BSD", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0"],
  ...["Unlicense", "CC0-1.0", "CC-BY-4.0", "Python-2.0", "Zlib", "OFL-1.1", "PostgreSQL"],
]);

/** Looked at one by one. */
const REVIEWED: readonly (readonly [RegExp, string])[] = [
  [
    /^@myriaddreamin\/typst-ts-node-compiler-/u,
    "Apache-2.0, as the package they belong to; the lock does not repeat it",
  ],
  [
    /^buffers$/u,
    "names none; part of exceljs' reader of zip files, which we do not use: its author's packages are MIT/X11",
  ],
  [/^lightningcss-/u, "MPL-2.0, unchanged programs of the build; nothing of ours is linked to them"],
];

type LockEntry = Readonly<{ license?: string; dev?: boolean; devOptional?: boolean }>;

const runtime = Object.entries(lock.packages as Readonly<Record<string, LockEntry>>)
  .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
  .map(([path, { license }]) => ({ name: path.split("node_modules/").at(-1) ?? path, license: license ?? null }));

/** `(MIT OR GPL-3.0-or-later)`: one suffices; `MIT AND Zlib`: all are needed. */
function isAllowed(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/gu, "").trim();
  if (bare.includes(" OR ")) return bare.split(" OR ").some(isAllowed);
  return bare.split(" AND ").every((licence) => ALLOWED.has(licence.trim()));
}

it("every package the product runs on may be used, changed and passed on", () => {
  expect(runtime.length).toBeGreaterThan(200);
  const others = runtime.filter(({ name, license }) => {
    const isReviewed = REVIEWED.some(([pattern]) => pattern.test(name));
    return !isReviewed && (license === null || !isAllowed(license));
  });
  expect(others).toEqual([]);
});

it("every exception still has its package", () => {
  for (const [pattern] of REVIEWED)
    expect(
      runtime.some(({ name }) => pattern.test(name)),
      `${pattern}`,
    ).toBe(true);
});

it.each([
  "GPL-3.0-only",
  "AGPL-3.0-or-later",
  "SSPL-1.0",
  "UNLICENSED",
  "MIT AND GPL-2.0-only",
  "(GPL-2.0-only OR SSPL-1.0)",
  "",
])("a package under %s would not pass", (licence) => {
  expect(isAllowed(licence)).toBe(false);
});
