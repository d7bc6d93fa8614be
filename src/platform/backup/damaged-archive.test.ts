/** An archive that is not what was written changes nothing, and the refusal names what is wrong with it. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../database/migrate.ts";
import { checkArchive } from "./check-archive.ts";
import { restoreBackup } from "./restore-backup.ts";
import { changeArchive, type Entry } from "./testing/change-archive.ts";
import {
  type BlankDatabase,
  blankDatabase,
  firstVersion,
  readContents,
  restore,
  writeLetters,
} from "./testing/office.ts";
import { writeBackup } from "./write-backup.ts";

let folder: string;
let whole: string;
let changed: string;
let office: BlankDatabase;
let target: BlankDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kakehashi-damage-"));
  whole = join(folder, "whole.backup");
  changed = join(folder, "changed.backup");
  [office, target] = await Promise.all([blankDatabase(), blankDatabase()]);
  await migrate(office.connection, firstVersion);
  await migrate(target.connection, firstVersion);
  await writeLetters(office.pool, 60);
  await writeBackup(office.connection, { path: whole, isReplacing: false, product: "1", chunkBytes: 2_000 });
});
afterAll(async () => {
  await Promise.all([office.drop(), target.drop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** Restores the changed archive into an empty database and shows that nothing arrived. */
async function refusalOf(change: (entries: Entry[]) => Entry[]): Promise<unknown> {
  await changeArchive(whole, changed, change);
  const before = await readContents(target.pool);
  const done = await restore(target.connection, changed, firstVersion);
  expect(await readContents(target.pool)).toEqual(before);
  return done.ok ? "restored" : done.problem;
}

const piece = (number: number): string => `tables/letter/00000${number}.copy`;
const at = (entries: Entry[], name: string): number => entries.findIndex(({ header }) => header.name === name);

test("an archive that was only unpacked and packed again is whole", async () => {
  await changeArchive(whole, changed, (entries) => entries);
  expect(await checkArchive(changed)).toMatchObject({ ok: true });
});

test("cut off anywhere, it is never whole", async () => {
  const bytes = readFileSync(whole);
  const cut = fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
    writeFileSync(changed, bytes.subarray(0, length));
    expect((await checkArchive(changed)).ok).toBe(false);
  });
  await fc.assert(cut, { numRuns: 120, examples: [[0], [1], [10], [bytes.length - 1], [bytes.length - 8]] });
});

test("with any byte changed it is refused, or says the same as before", async () => {
  const bytes = readFileSync(whole);
  const before = await checkArchive(whole);
  const flip = fc.asyncProperty(
    fc.integer({ min: 0, max: bytes.length - 1 }),
    fc.integer({ min: 1, max: 255 }),
    async (place, mask) => {
      const copy = Buffer.from(bytes);
      copy.writeUInt8(copy.readUInt8(place) ^ mask, place);
      writeFileSync(changed, copy);
      const after = await checkArchive(changed);
      if (after.ok) expect(after).toEqual(before); // gzip's own time stamp and padding bits say nothing
    },
  );
  await fc.assert(flip, { numRuns: 120 });
});

test("a missing, repeated or exchanged piece is refused by its name", async () => {
  const without = (name: string) => (entries: Entry[]) => entries.filter(({ header }) => header.name !== name);
  expect(await refusalOf(without(piece(2)))).toEqual({ code: "unexpected_entry", entry: piece(3) });
  expect(await refusalOf(without("sequences.json"))).toEqual({ code: "unexpected_entry", entry: "manifest.json" });
  expect(await refusalOf(without("manifest.json"))).toEqual({ code: "missing_entry", entry: "manifest.json" });
  expect(await refusalOf(without("backup.json"))).toEqual({ code: "not_a_backup" });
  const last = "tables/archive.shelf/000001.copy";
  expect(await refusalOf(without(last))).toEqual({ code: "missing_entry", entry: last });
  expect(await refusalOf((all) => all.toSpliced(at(all, piece(2)), 0, all[at(all, piece(2))]!))).toEqual({
    code: "unexpected_entry",
    entry: piece(2),
  });
  const exchanged = (all: Entry[]) => {
    const [a, b] = [all[at(all, piece(1))]!, all[at(all, piece(2))]!];
    return all.map((one) => (one === a ? { ...a, body: b.body } : one === b ? { ...b, body: a.body } : one));
  };
  expect(await refusalOf(exchanged)).toEqual({ code: "wrong_hash", entry: piece(1) });
});

test("an entry from elsewhere, a link or a folder is refused by its name", async () => {
  const extra = (header: Entry["header"]) => (all: Entry[]) =>
    all.toSpliced(at(all, piece(2)), 0, { header, body: Buffer.from("x") });
  for (const name of ["../../etc/passwd", "/tmp/x", "tables/letter/../x", "tables/stranger/000001.copy"]) {
    expect(await refusalOf(extra({ name }))).toEqual({ code: "unexpected_entry", entry: name });
  }
  const link = { name: piece(2), type: "symlink" as const, linkname: "/etc/passwd" };
  expect(await refusalOf(extra(link))).toEqual({ code: "unexpected_entry", entry: piece(2) });
  expect(await refusalOf((all) => [...all, { header: { name: "more" }, body: Buffer.from("") }])).toEqual({
    code: "unexpected_entry",
    entry: "more",
  });
});

test("changed rows, a changed description and a later format are refused", async () => {
  const edit = (name: string, from: string, to: string) => (all: Entry[]) =>
    all.map((one) =>
      one.header.name === name ? { ...one, body: Buffer.from(one.body.toString().replace(from, to)) } : one,
    );
  expect(await refusalOf(edit(piece(1), "題", "代"))).toEqual({ code: "wrong_hash", entry: piece(1) });
  expect(await refusalOf(edit("backup.json", '"product": "1"', '"product": "2"'))).toEqual({
    code: "wrong_hash",
    entry: "backup.json",
  });
  expect(await refusalOf(edit("backup.json", '"formatVersion": 1', '"formatVersion": 2'))).toEqual({
    code: "newer_format",
    formatVersion: 2,
  });
  expect(await refusalOf(edit("manifest.json", '"tables": [', '"tables": {'))).toEqual({
    code: "unreadable_entry",
    entry: "manifest.json",
  });
});

test("rows that contradict the database's rules are refused even when every hash was made anew", async () => {
  const name = "tables/letter_event/000001.copy";
  const forged = (all: Entry[]) => {
    const [place, last] = [at(all, name), all.length - 1];
    const body = Buffer.from(all[place]!.body.toString().replace("L000001", "L999999"));
    const manifest = JSON.parse(all[last]!.body.toString());
    const table = manifest.tables.find((one: { name: string }) => one.name === "letter_event");
    const sha256 = createHash("sha256").update(body).digest("hex");
    table.chunks[0].sha256 = sha256;
    const rest = all.filter(({ header }) => header.name.startsWith("tables/letter_event/") && header.name !== name);
    table.sha256 = createHash("sha256")
      .update(Buffer.concat([body, ...rest.map((one) => one.body)]))
      .digest("hex");
    return all
      .with(place, { ...all[place]!, body })
      .with(last, { ...all[last]!, body: Buffer.from(JSON.stringify(manifest)) });
  };
  expect(await refusalOf(forged)).toMatchObject({ code: "contents_refused", table: "letter_event" });
});

test("a refusal at the very end takes the sequences back too", async () => {
  const stranger = (all: Entry[]) => {
    const [place, last] = [at(all, "sequences.json"), all.length - 1];
    const sequences = JSON.parse(all[place]!.body.toString());
    const body = Buffer.from(JSON.stringify([...sequences, { name: "stranger_no", lastValue: "1", isCalled: true }]));
    const manifest = JSON.parse(all[last]!.body.toString());
    manifest.documents[1].sha256 = createHash("sha256").update(body).digest("hex");
    return all
      .with(place, { ...all[place]!, body })
      .with(last, { ...all[last]!, body: Buffer.from(JSON.stringify(manifest)) });
  };
  expect(await refusalOf(stranger)).toEqual({ code: "unknown_sequence", sequence: "stranger_no" });
});

test("a file that changes between the check and the loading is refused", async () => {
  await changeArchive(whole, changed, (entries) => entries);
  const swap = (all: Entry[]) =>
    all.map((one) => (one.header.name === piece(4) ? { ...one, body: Buffer.from(one.body).fill(65, 0, 1) } : one));
  const checked = await checkArchive(changed);
  if (!checked.ok) throw new Error(checked.problem.code);
  await changeArchive(whole, changed, swap);
  const before = await readContents(target.pool);
  const options = { path: changed, migrations: firstVersion, filledByItself: ["counter"] };
  expect(await restoreBackup(target.connection, checked.value, options)).toEqual({
    ok: false,
    problem: { code: "wrong_hash", entry: piece(4) },
  });
  expect(await readContents(target.pool)).toEqual(before);
});

test("another file, a folder and no file at all are told apart", async () => {
  writeFileSync(changed, "提携・協定の一覧");
  expect(await checkArchive(changed)).toEqual({ ok: false, problem: { code: "not_a_backup" } });
  writeFileSync(changed, gzipSync("no tar".repeat(500)));
  expect(await checkArchive(changed)).toMatchObject({ ok: false, problem: { code: "broken_container" } });
  expect(await checkArchive(folder)).toMatchObject({ problem: { code: "cannot_read", detail: "EISDIR" } });
  expect(await checkArchive(`${folder}/none`)).toMatchObject({ problem: { code: "cannot_read", detail: "ENOENT" } });
});
