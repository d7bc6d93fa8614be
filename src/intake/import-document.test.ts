import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { CLI, findFile, LOCAL_OPERATOR } from "../platform/index.ts";
import { findDocument, listDocuments, listLines } from "./document-store.ts";
import { countDrafts } from "./draft-store.ts";
import { importDocument } from "./import-document.ts";
import { ROWS, tableFile } from "./testing/table-file.ts";
import { withoutMailboxes } from "./without-mailboxes.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(() => test.drop());

async function importOrThrow(...file: Parameters<typeof tableFile>) {
  const outcome = await importDocument(test.database, CLI, tableFile(...file));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

async function countRows(): Promise<string> {
  const { rows } = await test.owner.query<{ n: string }>(
    `select (select count(*) from import_document) || '/' || (select count(*) from import_draft) || '/' ||
       (select count(*) from import_finding) || '/' || (select count(*) from import_line) as n`,
  );
  return rows[0]!.n;
}

it("stores the document with its lines, drafts and findings, and accepts nothing", async () => {
  const imported = await importOrThrow([ROWS.school, ROWS.conflict]);
  expect(imported).toMatchObject({ isNew: true, layout: "table", drafts: 2, findings: 1 });
  const { counts, lines, document } = await test.database.read(CLI, async (tx) => ({
    counts: await countDrafts(tx, imported.documentId),
    lines: await listLines(tx, imported.documentId, 1, 99),
    document: await findDocument(tx, imported.documentId),
  }));
  expect(counts).toMatchObject({ total: 2, pending: 2 });
  expect(lines.map(({ line }) => line)).toEqual([1, 2, 3]);
  expect(document).toMatchObject({ importedBy: "cli", originalKept: true, mappingConfirmed: false });
  const stored = await test.database.read(CLI, (tx) => findFile(tx, document!.sha256));
  expect(Buffer.from(stored!)).toEqual(Buffer.from(tableFile([ROWS.school, ROWS.conflict]).bytes));
});

it("creates nothing when the same bytes come again, under whatever name", async () => {
  const first = await importOrThrow([ROWS.culture]);
  const before = await countRows();
  const again = await importOrThrow([ROWS.culture], "別の名前.csv");
  expect(again).toMatchObject({ documentId: first.documentId, isNew: false });
  expect(await countRows()).toBe(before);
  const document = await test.database.read(CLI, (tx) => findDocument(tx, first.documentId));
  expect(document?.otherNames).toEqual(["別の名前.csv"]);
});

it("creates one document when the same bytes come twice at once", async () => {
  const rows = [ROWS.culture, ROWS.school];
  const both = await Promise.all([importOrThrow(rows), importOrThrow(rows, "b.csv")]);
  expect(new Set(both.map(({ documentId }) => documentId)).size).toBe(1);
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
});

it("keeps neither the original nor the address of a file with a personal-looking mailbox", async () => {
  const address = "taro.yamada@city.example.jp";
  const { documentId } = await importOrThrow([`${ROWS.culture}担当 ${address}`]);
  const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
  expect(document?.originalKept).toBe(false);
  const everything = await test.owner.query(
    `select (select json_agg(l) from import_line l where document_id = $1)::text
       || (select json_agg(d) from import_draft d where document_id = $1)::text
       || (select json_agg(d) from import_document d where id = $1)::text as text`,
    [documentId],
  );
  expect(everything.rows[0].text).not.toContain(address);
  expect(everything.rows[0].text).toContain("文化協力協定");
  expect(await test.database.read(LOCAL_OPERATOR, (tx) => findFile(tx, document!.sha256))).toBeUndefined();
});

it("turns characters that a database cannot keep into replacement characters", () => {
  const odd = { title: "文\0化\ud800", list: [{ text: "a\0" }] };
  expect(withoutMailboxes(odd)).toEqual({ title: "文\u{fffd}化\u{fffd}", list: [{ text: "a\u{fffd}" }] });
});

it.each([
  ["空のファイル", "", "empty_file"],
  ["様式の分からない文章", "これは日記です。\n今日は晴れ。\n", "layout_unknown"],
])("refuses %s and stores nothing", async (_name, text, code) => {
  const before = await countRows();
  const file = { name: "a.txt", bytes: new TextEncoder().encode(text) };
  expect(await importDocument(test.database, CLI, file)).toMatchObject({ ok: false, problem: { code } });
  expect(await countRows()).toBe(before);
});

it("refuses a layout that finds nothing in the document, and stores nothing", async () => {
  const before = await countRows();
  const file = { name: "a.txt", bytes: new TextEncoder().encode("これは日記です。\n今日は晴れ。\n") };
  const outcome = await importDocument(test.database, CLI, file, { layout: "agreement-survey" });
  expect(outcome).toMatchObject({ ok: false, problem: { code: "layout_unknown", name: "agreement-survey" } });
  expect(await countRows()).toBe(before);
});

it("refuses a layout that does not exist", async () => {
  const outcome = await importDocument(test.database, CLI, tableFile([ROWS.noTitle]), { layout: "nothing" });
  expect(outcome).toMatchObject({ problem: { code: "layout_unknown", name: "nothing" } });
});

it("lists documents newest first with the state of their drafts", async () => {
  const documents = await test.database.read(CLI, listDocuments);
  expect(documents[0]?.counts.pending).toBeGreaterThan(0);
  expect(documents.map(({ document }) => document.importedAt)).toEqual(
    documents
      .map(({ document }) => document.importedAt)
      .toSorted()
      .toReversed(),
  );
});
