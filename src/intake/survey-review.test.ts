import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { LOCAL_OPERATOR, SYSTEM } from "../platform/index.ts";
import { findAgreement, syncLocalGovernments } from "../registry/index.ts";
import { acceptAllWithoutFindings } from "./accept-all-without-findings.ts";
import { acceptDraft } from "./accept-draft.ts";
import { findDocument } from "./document-store.ts";
import { findDraft, listDrafts } from "./draft-store.ts";
import { findAcceptedOriginal } from "./find-accepted-original.ts";
import { listFindingsOfDraft } from "./finding-store.ts";
import { importDocument } from "./import-document.ts";
import type { ImportDraft } from "./imported-document.ts";
import { settleFinding } from "./settle-finding.ts";

const REPORT = new URL("../../test/fixtures/agreement-survey/invented-report.txt", import.meta.url);

let test: TestDatabase;
let documentId: string;
beforeAll(async () => {
  test = await testDatabase();
  await test.database.write(SYSTEM, syncLocalGovernments);
  const file = { name: "報告書.txt", bytes: new Uint8Array(readFileSync(REPORT)) };
  const outcome = await importDocument(test.database, LOCAL_OPERATOR, file);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  documentId = outcome.value.documentId;
});
afterAll(() => test.drop());

async function sheet(field: string, number: number): Promise<ImportDraft> {
  return test.database.read(LOCAL_OPERATOR, async (tx) => {
    const drafts = await listDrafts(tx, documentId, { size: 500 });
    const { position } = drafts.find(
      ({ record }) => record.kind === "agreement-sheet" && record.field === field && record.number === number,
    )!;
    return (await findDraft(tx, documentId, position))!;
  });
}

async function accept(draft: ImportDraft) {
  const choice = { documentId, position: draft.position, expectedVersion: draft.version };
  return acceptDraft(test.database, LOCAL_OPERATOR, choice);
}

it("finds the sheet a finding belongs to, and blocks that sheet only", async () => {
  const withMailbox = await sheet("①", 3);
  const findings = await test.database.read(LOCAL_OPERATOR, (tx) =>
    listFindingsOfDraft(tx, documentId, withMailbox.position),
  );
  expect(findings.map(({ code }) => code)).toEqual(["personal_mailbox", "number_damaged"]);
  expect(await accept(withMailbox)).toMatchObject({ problem: { code: "blocked_by_findings" } });
  const { rows } = await test.owner.query("select text from import_line where text like '%taro.yamada%'");
  expect(rows).toEqual([]);
  const document = await test.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
  expect(document).toMatchObject({ layout: "agreement-survey", originalKept: false });
  expect(document!.tables.map(({ id }) => id)).toContain("by-field");
});

it("does not make a main listing of a sheet that prints 再掲 while its original has no record", async () => {
  expect(await accept(await sheet("⑤", 2))).toEqual({ ok: false, problem: { code: "relisting_alone" } });
});

it("names the place of a sheet in the source of its agreement", async () => {
  const outcome = await accept(await sheet("①", 1));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const agreement = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, outcome.value.agreementId));
  expect(agreement?.sources[0]).toMatchObject({ title: "報告書.txt", place: "①教育交流 1" });
  expect(agreement?.listings).toEqual(["①"]);
});

it("offers the accepted original of a sheet that prints 再掲, and links it when everything without findings is accepted", async () => {
  const relisting = await sheet("⑤", 2);
  const main = await sheet("①", 1);
  const offered = await test.database.read(LOCAL_OPERATOR, (tx) => findAcceptedOriginal(tx, relisting));
  expect(offered?.position).toBe(main.position);
  expect(await accept(relisting)).toMatchObject({
    problem: { code: "looks_recorded", agreementId: main.agreementId },
  });
  const bulk = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, documentId);
  expect(bulk).toMatchObject({ ok: true, value: { linked: 1 } });
  const agreement = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, main.agreementId!));
  expect(agreement?.listings).toEqual(["①", "⑤"]);
  expect(agreement?.sources.map(({ place }) => place)).toEqual(["①教育交流 1", "⑤経済交流（農業等） 2"]);
});

it("leaves a settled reason beside the finding and accepts then", async () => {
  const year = await sheet("①", 2);
  const findings = await test.database.read(LOCAL_OPERATOR, (tx) => listFindingsOfDraft(tx, documentId, year.position));
  for (const { number } of findings) {
    await settleFinding(test.database, LOCAL_OPERATOR, { documentId, number, reason: "両方を残して照会する" });
  }
  const bulk = await acceptAllWithoutFindings(test.database, LOCAL_OPERATOR, documentId);
  expect(bulk).toMatchObject({ ok: true, value: { accepted: 1 } });
  const { agreementId } = await sheet("①", 2);
  const agreement = await test.database.read(LOCAL_OPERATOR, (tx) => findAgreement(tx, agreementId!));
  expect(agreement?.dates[0]?.conflict).not.toBeNull();
});
