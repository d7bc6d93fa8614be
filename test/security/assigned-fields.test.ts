/** Mass assignment: fields a form does not have never reach a record, whatever a person adds to what is sent. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { formsOf } from "./routes.ts";
import { agreementForm, agreementTable, openSite, recordByForm, type Site, uploadByForm } from "./site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Columns of our tables under the names they have in code, database and JSON. */
const EXTRA: Readonly<Record<string, string>> = {
  ...{
    id: "A999999",
    no: "999999",
    publication: "withdrawn",
    published: "false",
    marks: "*",
    "marks[]": "*",
    "marks.0": "*",
  },
  ...{
    recordedBy: "U000666",
    recorded_by: "U000666",
    createdBy: "U000666",
    updated_by: "U000666",
    updatedAt: "1999-01-01",
  },
  ...{
    actor: "U000666",
    account: "U000666",
    accountId: "U000666",
    role: "system_administrator",
    roles: "system_administrator",
  },
  ...{
    body: "B000666",
    bodyId: "B000666",
    governmentCode: "13000",
    mergedInto: "A000001",
    merged_into: "A000001",
    state: "accepted",
  },
  ...{
    search: "x",
    revision: "9",
    sha256: "0".repeat(64),
    documentId: "I000666",
    position: "9",
    agreementId: "A000002",
    isOneToOne: "0",
  },
  ...{
    "facts.title": "乗っ取り",
    "record.title": "乗っ取り",
    "agreement.publication": "withdrawn",
    _method: "DELETE",
    isAdmin: "1",
  },
};

type Row = Readonly<Record<string, unknown>>;

async function row(table: string, id: string): Promise<Row> {
  const { rows } = await site.test.owner.query<{ row: Row }>(
    `select to_jsonb(t) as row from ${table} t where id = $1`,
    [id],
  );
  return rows[0]!.row;
}

/** Without what follows from the title, the clock and the order of recording. */
function comparable(record: Row): Row {
  const differs = /^(?:id|no|title|revision|search_.*|.*_at|version)$/u;
  return Object.fromEntries(Object.entries(record).filter(([column]) => !differs.test(column)));
}

it("recording with every field there is gives the same record as without", async () => {
  const plain = await recordByForm(site, agreementForm("余分な欄のない協定"));
  const stuffed = await recordByForm(site, { ...EXTRA, ...agreementForm("余分な欄のある協定") });
  expect(stuffed).not.toBe("A999999");
  const [a, b] = [comparable(await row("agreement", plain)), comparable(await row("agreement", stuffed))];
  expect(Object.keys(a)).toEqual(expect.arrayContaining(["publication", "marks", "merged_into"]));
  expect(b).toEqual(a);
  expect(JSON.stringify(b)).not.toMatch(/U000666|B000666|乗っ取り/u);
});

it("correcting with every field there is changes what the form shows and nothing else", async () => {
  const id = await recordByForm(site, agreementForm("余分な欄で直す協定"));
  const before = await row("agreement", id);
  const form = { ...EXTRA, ...agreementForm("余分な欄で直した協定", { version: "1", opened: "1" }) };
  expect((await site.send(`/agreements/${id}/edit`, form)).status).toBe(303);
  const after = await row("agreement", id);
  expect(after.id).toBe(id);
  expect(after.version).toBe(2);
  expect(comparable(after)).toEqual(comparable(before));
});

it("the version decides: a form with another's version overwrites nothing", async () => {
  const id = await recordByForm(site, agreementForm("版を偽る協定"));
  for (const version of ["0", "2", "-1", "1.5", "1e9", "NaN", "", "null", "[object Object]", "9007199254740993"]) {
    const answer = await site.send(
      `/agreements/${id}/edit`,
      agreementForm("版を偽った協定", { version, opened: version }),
    );
    expect(answer.status, version).toBe(409);
  }
  expect((await row("agreement", id)).title).toBe("版を偽る協定");
});

it("the last of two fields of one name does not win over the first unseen", async () => {
  const id = await recordByForm(site, agreementForm("同じ名の欄の協定"));
  const body = new URLSearchParams({ ...agreementForm("一つめの名称", { version: "1", opened: "1" }) });
  body.append("title", "二つめの名称");
  expect((await site.send(`/agreements/${id}/edit?title=三つめの名称&version=99`, body)).status).toBe(303);
  expect((await row("agreement", id)).title).toBe("一つめの名称");
});

it("an upload with every field there is becomes the same document", async () => {
  const address = await uploadByForm(site, "余分.csv", agreementTable("余分な欄を添えた取り込み"));
  const form = {
    ...EXTRA,
    file: new File([agreementTable("余分な欄を添えた取り込み２")], "余分２.csv"),
    layout: "auto",
    importedBy: "U000666",
    originalKept: "0",
  };
  const stuffed =
    (await site.send("/imports/new", form)).headers.get("location")?.split("/").at(-1)?.split("?")[0] ?? "";
  const [a, b] = await Promise.all([
    row("import_document", address.split("/").at(-1)!),
    row("import_document", stuffed),
  ]);
  for (const column of ["imported_by", "layout", "mapping_confirmed", "original_kept", "format"])
    expect(b[column], column).toEqual(a[column]);
});

it("no form of the site leaves a foreign mark, publication or person in any table", async () => {
  const forms = formsOf(site.application);
  for (const { path } of forms)
    expect((await site.send(path, { ...EXTRA, act: "save", reason: "試験" })).status, path).toBeLessThan(500);
  expect((await site.askAsOperator("/imports")).status).toBe(200);
  const { rows } = await site.test.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'audit_event'",
  );
  for (const { name } of rows) {
    const found = await site.test.owner.query(
      `select 1 from "${name}" t where t::text ~ 'U000666|B000666|A999999|I000666|乗っ取り'`,
    );
    expect(found.rowCount, name).toBe(0);
  }
});
