import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ClosedFolderFault, chooseFolders, SHARED_FOLDER } from "./folders.ts";
import { findClosedFolder } from "./server-user.ts";

const stranger = { name: "nobody", uid: 65_534, gid: 65_534 };
let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "kakehashi-home-")); // 0700, as the home of root is
  mkdirSync(join(home, "clone"));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test("without a server user the data lies in var of the clone", () => {
  expect(chooseFolders(null, "/home/officer/kakehashi", undefined)).toMatchObject({
    base: "/home/officer/kakehashi/var",
    data: "/home/officer/kakehashi/var/postgres",
    movedBecauseOf: null,
  });
});

test("below a folder the server's user cannot enter the data moves, and it is told why", () => {
  const folders = chooseFolders(null, join(home, "clone"), stranger);
  expect(folders.base.startsWith(`${SHARED_FOLDER}/`)).toBe(true);
  expect(folders.movedBecauseOf).toBe(home);
});

test("two clones below closed folders get two places", () => {
  const places = ["one", "two"].map((name) => chooseFolders(null, join(home, name), stranger).base);
  expect(new Set(places).size).toBe(2);
});

test("a folder the person named is never moved: it is refused in words", () => {
  expect(() => chooseFolders(join(home, "data"), join(home, "clone"), stranger)).toThrow(ClosedFolderFault);
});

test("an open way has no closed folder", () => {
  chmodSync(home, 0o755);
  expect(findClosedFolder(join(home, "clone", "var"), stranger)).toBeUndefined();
  chmodSync(home, 0o700);
});

test("a socket's path never grows beyond what the system takes", () => {
  const { socket } = chooseFolders(`/${"long/".repeat(30)}data`, "/clone", undefined);
  expect(Buffer.byteLength(`${socket}/.s.PGSQL.5432`)).toBeLessThanOrEqual(103);
});
