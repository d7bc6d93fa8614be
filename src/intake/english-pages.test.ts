import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../../test/support/database.ts";
import { wordsOf } from "../../test/support/words-of.ts";
import { identifyRequest, LOCAL_OPERATOR, type RequestEnv, routedPath, SYSTEM } from "../platform/index.ts";
import { syncLocalGovernments } from "../registry/index.ts";
import { findingMessage, findingTitle } from "./finding-words.ts";
import { importDocument } from "./import-document.ts";
import type { ImportFinding } from "./imported-document.ts";
import { intakeRoutes } from "./routes.tsx";

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

async function open(path: string, body?: FormData): Promise<string> {
  const site = new Hono<RequestEnv>({ getPath: routedPath });
  site.use(identifyRequest(), async (c, next) => {
    c.set("actor", LOCAL_OPERATOR);
    await next();
  });
  site.route("/", intakeRoutes({ database: test.database }));
  const response = await site.request(path, body === undefined ? {} : { method: "POST", body });
  return asText(await response.text());
}

function asText(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&");
}

it.each(["error", "warning", "info"])(
  "an English page says a finding of severity %s in English only",
  async (severity) => {
    const { rows } = await test.owner.query<ImportFinding>(
      `select code, message, "values", draft_position as "draftPosition" from import_finding
      where severity = $1 and document_id = $2 and draft_position is not null order by number limit 1`,
      [severity, documentId],
    );
    const finding = rows[0]!;
    const address = `/en/imports/${documentId}/drafts/${finding.draftPosition}`;
    for (const html of [await open(address), await open(`${address}/edit`)]) {
      expect(html).toContain(findingTitle(finding.code, "en"));
      expect(wordsOf(html)).not.toContain(finding.message);
      expect(wordsOf(html)).not.toContain(findingTitle(finding.code, "ja"));
    }
    expect(wordsOf(await open(`${address}/edit`))).toContain(findingMessage(finding, "en"));
  },
);

it("the English page of a document says none of its findings in Japanese", async () => {
  const html = await open(`/en/imports/${documentId}`);
  const { rows } = await test.owner.query<ImportFinding>(
    `select code, message, "values" from import_finding where document_id = $1`,
    [documentId],
  );
  for (const { code, message } of rows) {
    expect(wordsOf(html)).not.toContain(message);
    expect(wordsOf(html)).not.toContain(findingTitle(code, "ja"));
  }
});

it("refuses an upload in the language of the page", async () => {
  const body = new FormData();
  body.append("file", new File(["今日は晴れ。\n"], "a.txt"));
  body.append("layout", "auto");
  const html = await open("/en/imports/new", body);
  expect(html).toContain("The layout of this document is not known.");
  expect(html).not.toContain("様式が分かりません");
});
