/** Acts are named where they are written, in slices that come later and in triggers; here each has its sentence. */
import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";
import { ACTIONS } from "../../platform/index.ts";
import { ACT_GROUPS } from "./audit-criteria.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

const IN_CODE = /(?:\baction: |\baudit[A-Z]\w*\([^"\n]*)"([a-z_]+\.[a-z_]+)"/gu;
const IN_HISTORY = /action (?:text not null check \(action )?in\s*\(([^)]+)\)/gu;
const HISTORIES: Readonly<Record<string, string>> = {
  registry: "agreement",
  intake: "import",
  programmes: "programme",
};

async function actsWritten(): Promise<readonly string[]> {
  const acts = new Set<string>();
  for await (const path of glob("src/**/*.{ts,tsx}")) {
    if (path.includes(".test.") || path.includes("/testing/")) continue;
    const text = readFileSync(path, "utf8");
    for (const [, act = ""] of text.matchAll(IN_CODE)) acts.add(act);
    const [, slice = ""] = /^src\/(\w+)\/migrations\//u.exec(path) ?? [];
    const kind = HISTORIES[slice];
    if (kind === undefined) continue;
    for (const [, list = ""] of text.matchAll(IN_HISTORY)) {
      for (const [, act] of list.matchAll(/'([a-z_]+)'/gu)) acts.add(`${kind}.${act}`);
    }
  }
  return [...acts].filter((act) => !(ACTIONS as readonly string[]).includes(act)).sort();
}

test("every act that is written has its sentence in both languages, and a group to filter by", async () => {
  const acts = await actsWritten();
  expect(acts).toEqual(
    expect.arrayContaining(["agreement.edited", "programme.approved", "import.accepted", "role.given"]),
  );
  expect(acts.filter((act) => !Object.hasOwn(ja.actions, act))).toEqual([]);
  expect(acts.filter((act) => !Object.hasOwn(en.actions, act))).toEqual([]);
  const grouped: readonly string[] = Object.values(ACT_GROUPS).flat();
  expect(acts.filter((act) => !grouped.includes(act.split(".")[0] ?? ""))).toEqual([]);
});
