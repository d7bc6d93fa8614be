import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../test/support/database.ts";
import { LOCAL_OPERATOR, SYSTEM } from "../../platform/index.ts";
import { syncLocalGovernments } from "../../registry/index.ts";
import { importDocument } from "../import-document.ts";
import { skipDraft } from "../skip-draft.ts";
import { ROWS, tableFile } from "../testing/table-file.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await db.database.write(SYSTEM, syncLocalGovernments);
});
afterAll(() => db.drop());

test("every act on an import is in the audit, with who, why and which draft", async () => {
  const imported = await importDocument(db.database, LOCAL_OPERATOR, tableFile([ROWS.school]), { requestId: "r5" });
  if (!imported.ok) throw new Error(imported.problem.code);
  const { documentId } = imported.value;
  const skipped = { documentId, position: 1, expectedVersion: 1, reason: "対象外のため" };
  expect(await skipDraft(db.database, LOCAL_OPERATOR, skipped)).toMatchObject({ ok: true });
  const { rows } = await db.owner.query(
    `select action, actor, request_id, marks, after, reason from audit_event
      where subject_kind = 'import' and subject_id = $1 order by id`,
    [documentId],
  );
  expect(rows).toMatchObject([
    { action: "import.imported", actor: "local-operator", request_id: "r5", marks: ["*"], after: {} },
    { action: "import.skipped", actor: "local-operator", after: { draft: 1 }, reason: "対象外のため" },
  ]);
});
