import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { LOCAL_OPERATOR, SYSTEM } from "../platform/index.ts";
import { editAgreement, factsOf, findAgreement, syncLocalGovernments } from "../registry/index.ts";
import { acceptAllWithoutFindings } from "./accept-all-without-findings.ts";
import { changeMapping } from "./change-mapping.ts";
import { findDocument } from "./document-store.ts";
import { findDraft } from "./draft-store.ts";
import { findLookAlikes, type LookAlike } from "./find-look-alikes.ts";
import { importDocument } from "./import-document.ts";
import { type ChosenPair, linkTogether } from "./link-together.ts";
import { ROWS, tableFile } from "./testing/table-file.ts";
import { undoAcceptance } from "./undo-acceptance.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

let serial = 0;
beforeEach(() => {
  serial += 1;
});

async function imported(...rows: readonly string[]): Promise<string> {
  const named = rows.map((row) => row.replace(/(学校交流|文化協力)/u, `第${serial}回$1`));
  const outcome = await importDocument(db.database, LOCAL_OPERATOR, tableFile(named));
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const { documentId } = outcome.value;
  const document = await db.database.read(LOCAL_OPERATOR, (tx) => findDocument(tx, documentId));
  await changeMapping(db.database, LOCAL_OPERATOR, { documentId, mapping: document!.mapping! });
  return documentId;
}

async function recorded(...rows: readonly string[]): Promise<readonly string[]> {
  const documentId = await imported(...rows);
  await acceptAllWithoutFindings(db.database, LOCAL_OPERATOR, documentId);
  return Promise.all(rows.map(async (_row, index) => (await draft(documentId, index + 1)).agreementId!));
}

const draft = (documentId: string, position: number) =>
  db.database.read(LOCAL_OPERATOR, async (tx) => (await findDraft(tx, documentId, position))!);
const agreement = (id: string) => db.database.read(LOCAL_OPERATOR, async (tx) => (await findAgreement(tx, id))!);

const lookAlikes = (documentId: string) =>
  db.database.read(LOCAL_OPERATOR, async (tx) => {
    const document = (await findDocument(tx, documentId))!;
    const asked = { document, contributed: [], owner: "", lang: "ja", after: 0 } as const;
    return (await findLookAlikes(tx, LOCAL_OPERATOR, asked)).pairs;
  });

const chosen = ({ draft: { position, version }, recordId, recordVersion }: LookAlike): ChosenPair => ({
  ...{ position, expectedVersion: version, recordId, recordVersion },
});

const SECOND_REPORT = [
  ROWS.school.replace("①教育交流", "②文化交流").replace("学校どうしの交流から始まった", "別の経緯"),
  ROWS.culture.replace("2010年10月22日", "2010年"),
  ROWS.conflict.replace("スポーツ交流覚書", "まったく別の覚書"),
];

test("records a report speaks of again are paired, and only those whose key facts agree are chosen beforehand", async () => {
  const [school, culture] = await recorded(ROWS.school, `${ROWS.culture}経緯`);
  const documentId = await imported(SECOND_REPORT[0]!, ROWS.culture.replace("2010年10月22日", ""), SECOND_REPORT[2]!);
  const pairs = await lookAlikes(documentId);
  expect(pairs).toMatchObject([
    { draft: { position: 1 }, recordId: school, isSure: true, differing: ["background"] },
    { draft: { position: 2 }, recordId: culture, isSure: false },
  ]);
});

test("all that were chosen are linked in one transaction, and taken back in one", async () => {
  const [school, culture] = await recorded(ROWS.school, ROWS.culture);
  const documentId = await imported(
    SECOND_REPORT[0]!,
    ROWS.culture.replace("②", "③"),
    SECOND_REPORT[0]!.replace("②文化交流", "③スポーツ交流"),
  );
  const pairs = await lookAlikes(documentId);
  expect(pairs.map(({ recordId }) => recordId)).toEqual([school, culture, school]);
  const requestId = "00000000aa";
  const links = { documentId, owner: "", pairs: pairs.map(chosen) };
  expect(await linkTogether(db.database, LOCAL_OPERATOR, links, { requestId })).toEqual({
    ok: true,
    value: { linked: 3 },
  });
  expect(await agreement(school!)).toMatchObject({
    listings: ["①", "②", "③"],
    background: "学校どうしの交流から始まった",
  });
  expect((await agreement(culture!)).listings).toEqual(["②", "③"]);
  const { rows } = await db.owner.query<{ n: number }>(
    "select count(distinct xmin::text)::integer as n from import_draft where document_id = $1 and state = 'linked'",
    [documentId],
  );
  expect(rows[0]?.n).toBe(1);
  const undone = { documentId, acceptance: requestId, reason: "別の協定だった" };
  expect(await undoAcceptance(db.database, LOCAL_OPERATOR, undone)).toMatchObject({ ok: true });
  expect(await agreement(school!)).toMatchObject({ listings: ["①"], publication: "published" });
  expect((await agreement(school!)).sources).toHaveLength(1);
  expect((await agreement(culture!)).listings).toEqual(["②"]);
});

test("what the record leaves empty is filled in when that is asked for, and nothing else is touched", async () => {
  const [culture, school] = await recorded(ROWS.culture, ROWS.school);
  const documentId = await imported(`${ROWS.culture}あとで分かった経緯`, SECOND_REPORT[0]!);
  const pairs = (await lookAlikes(documentId)).map(chosen);
  expect(
    await linkTogether(db.database, LOCAL_OPERATOR, { documentId, owner: "", pairs, isFilling: true }),
  ).toMatchObject({ ok: true });
  expect((await agreement(culture!)).background).toBe("あとで分かった経緯");
  expect((await agreement(school!)).background).toBe("学校どうしの交流から始まった");
});

test("one that somebody changed meanwhile is named, and none is linked", async () => {
  const [school, culture] = await recorded(ROWS.school, ROWS.culture);
  const documentId = await imported(SECOND_REPORT[0]!, ROWS.culture.replace("②", "③"));
  const pairs = (await lookAlikes(documentId)).map(chosen);
  const saved = await agreement(school!);
  const edit = { id: saved.id, expectedVersion: 1, facts: { ...factsOf(saved), outcomes: "成果" }, reason: null };
  await db.database.write(LOCAL_OPERATOR, (tx) => editAgreement(tx, LOCAL_OPERATOR, edit));
  expect(await linkTogether(db.database, LOCAL_OPERATOR, { documentId, owner: "", pairs })).toMatchObject({
    problem: { code: "links_refused", refused: [{ position: 1, problem: { code: "link_stale" } }] },
  });
  expect((await agreement(culture!)).listings).toEqual(["②"]);
  expect(await draft(documentId, 2)).toMatchObject({ state: "pending" });
});

test("nothing chosen links nothing", async () => {
  const documentId = await imported(ROWS.school);
  expect(await linkTogether(db.database, LOCAL_OPERATOR, { documentId, owner: "", pairs: [] })).toMatchObject({
    problem: { code: "nothing_chosen" },
  });
});
