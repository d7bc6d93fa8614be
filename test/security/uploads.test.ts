/** Files from outside: judged by what they hold, kept within limits, and never followed anywhere. */
import { existsSync, readdirSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedStrings, workbookParts, zipOf } from "../fixtures/readers/zip-bytes.ts";
import { agreementTable, openSite, type Site, uploadByForm } from "./site.ts";

let site: Site;
let listener: Server;
let calls = 0;
beforeAll(async () => {
  site = await openSite();
  listener = createServer((socket) => {
    calls += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await site.close();
  await new Promise((resolve) => listener.close(resolve));
});

const XML = `<?xml version="1.0" encoding="UTF-8"?>`;
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const MB = 1024 * 1024;

function upload(name: string, content: BlobPart): Promise<Response> {
  return site.send("/imports/new", { file: new File([content], name), layout: "auto" });
}

function bytes(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(zip);
}

function docx(document: string, parts: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  return bytes(
    zipOf({
      "[Content_Types].xml": `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
      "_rels/.rels": `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
      "word/document.xml": document,
      ...parts,
    }),
  );
}

async function documentCount(): Promise<number> {
  const { rows } = await site.test.owner.query<{ n: number }>("select count(*)::int as n from import_document");
  return rows[0]!.n;
}

describe("what a file is", () => {
  it.each([
    [
      "a program under the name of a table",
      "kyotei.csv",
      Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), Buffer.alloc(64)]),
    ],
    [
      "a Windows program under the name of a report",
      "report.docx",
      Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]),
    ],
    ["a picture under the name of a workbook", "a.xlsx", Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
    ["an archive of anything", "a.xlsx", zipOf({ "a.txt": "x", "../../etc/passwd": "y" })],
    [
      "an old workbook with macros",
      "a.xls",
      Buffer.concat([Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"), Buffer.alloc(600)]),
    ],
  ])("is seen by its content: %s is refused and nothing is kept", async (_what, name, content) => {
    const before = await documentCount();
    const answer = await upload(name, bytes(content));
    expect(answer.status).toBe(422);
    expect(await documentCount()).toBe(before);
  });

  it("of 21 megabytes is refused; several at once are one upload", async () => {
    expect((await upload("a.txt", new Uint8Array(21 * MB))).status).toBe(413);
    const form = new FormData();
    for (const name of ["一.csv", "二.csv"]) form.append("file", new File([agreementTable(name)], name));
    const before = await documentCount();
    expect((await site.send("/imports/new", form)).status).toBe(303);
    expect(await documentCount()).toBe(before + 1);
  });

  it("of more than a form may hold is refused before it is read", async () => {
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(MB)) });
    const init = {
      method: "POST",
      body,
      duplex: "half",
      headers: { origin: "http://localhost", "content-type": "multipart/form-data; boundary=x" },
    };
    expect((await site.askAsOperator("/imports/new", init as RequestInit)).status).toBe(413);
  });
});

describe("the name of a file", () => {
  it.each([
    ["../../../../etc/cron.d/kakehashi.csv", "kakehashi.csv"],
    ["..\\..\\Windows\\system32\\協定一覧.csv", "協定一覧.csv"],
    ["/etc/passwd.csv", "passwd.csv"],
    ["令和５年度　提携・協定（最終版）②.csv", "令和５年度　提携・協定（最終版）②.csv"],
    ["ﾊﾝｶｸ㈱Ⅲ髙﨑.csv", "ﾊﾝｶｸ㈱Ⅲ髙﨑.csv"],
    ["<script>alert(1)</script>.csv", "script>.csv"],
    ["a\r\nSet-Cookie: x=1.csv", "a"],
    ["CON.csv", "CON.csv"],
  ])("is words for people and no place on a disk: %s", async (name, shown) => {
    const address = await uploadByForm(site, name, agreementTable(`名前の協定 ${name.length}`));
    const answer = await site.askAsOperator(address);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(shown.replaceAll(">", "&gt;"));
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("/etc/cron.d");
    expect(answer.headers.get("set-cookie")).toBeNull();
  });

  it("leaves nothing outside the database", () => {
    for (const path of ["/etc/cron.d/kakehashi.csv", "kakehashi.csv", "passwd.csv", "CON.csv"])
      expect(existsSync(path)).toBe(false);
    expect(readdirSync(".").filter((name) => name.endsWith(".csv"))).toEqual([]);
  });
});

describe("XML inside a document", () => {
  const secret = "file:///etc/passwd";
  const bomb = `<!DOCTYPE x [<!ENTITY a "ははは"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;

  it.each([
    [
      "a workbook that reads a file",
      "a.xlsx",
      () =>
        zipOf(
          workbookParts("", {
            "xl/sharedStrings.xml": `${XML}<!DOCTYPE x [<!ENTITY e SYSTEM "${secret}">]><sst><si><t>&e;</t></si></sst>`,
          }),
        ),
    ],
    [
      "a workbook whose entities grow",
      "a.xlsx",
      () => zipOf(workbookParts("", { "xl/workbook.xml": `${XML}${bomb}<workbook/>` })),
    ],
    [
      "a report that reads a file",
      "a.docx",
      () =>
        docx(
          `${XML}<!DOCTYPE x SYSTEM "${secret}"><w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>`,
        ),
    ],
    [
      "a report whose entities grow",
      "a.docx",
      () =>
        docx(
          `${XML}${bomb}<w:document xmlns:w="${WORD}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
        ),
    ],
  ])("declares nothing: %s is refused as damaged", async (_what, name, content) => {
    const answer = await upload(name, bytes(content()));
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toMatch(/root:|ははは/u);
  });

  it("in UTF-16, where a declaration cannot be seen by its bytes, declares nothing either", async () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e SYSTEM "${secret}">]><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&e;</t></si></sst>`;
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const parts = workbookParts(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, { "xl/sharedStrings.xml": utf16 });
    const answer = await upload("a.xlsx", bytes(zipOf(parts)));
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toContain("root:");
  });
});

describe("a file that grows", () => {
  it.each([
    ["a workbook", "a.xlsx", () => workbookParts("", { "xl/sharedStrings.xml": new Uint8Array(40 * MB) })],
    ["a report", "a.docx", () => ({ "word/document.xml": new Uint8Array(40 * MB), "[Content_Types].xml": "<Types/>" })],
  ])("is refused while it grows, and the server goes on: %s", async (_what, name, parts) => {
    const startedAt = performance.now();
    expect([413, 422]).toContain((await upload(name, bytes(zipOf(parts())))).status);
    expect(performance.now() - startedAt).toBeLessThan(20_000);
    expect((await site.ask("/healthz")).status).toBe(200);
  });
});

describe("addresses inside a document", () => {
  it("are words: nothing is fetched while it is read, reviewed or accepted", async () => {
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/canary`;
    const cells = `,"=WEBSERVICE(""${url}"")",${url},file:///etc/passwd`;
    const address = await uploadByForm(
      site,
      "urls.csv",
      agreementTable("外を指す協定", { headers: ",経緯,URL,備考", cells }),
    );
    const html = `<html><head><link rel=stylesheet href="${url}"><script src="${url}"></script><meta http-equiv=refresh content="0;url=${url}"></head><body><img src="${url}"><iframe src="${url}"></iframe><table><tr><th>分野</th><th>協定名</th><th>日本側</th><th>海外側</th></tr><tr><td>①</td><td>外を指す頁</td><td>青森県青森市</td><td>中華人民共和国大連市</td></tr></table></body></html>`;
    const relationships = `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${url}" TargetMode="External"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="${url}" TargetMode="External"/></Relationships>`;
    const picture = `<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId1"/></w:drawing></w:r>`;
    const document = `${XML}<w:document xmlns:w="${WORD}"><w:body><w:p>${picture}<w:r><w:t>協定 ${url}</w:t></w:r></w:p></w:body></w:document>`;
    await upload("a.html", html);
    await upload("a.docx", docx(document, { "word/_rels/document.xml.rels": relationships }));
    await upload(
      "a.xlsx",
      bytes(
        zipOf(
          workbookParts(`<row r="1"><c r="A1" t="s"><f>WEBSERVICE("${url}")</f><v>0</v></c></row>`, {
            "xl/sharedStrings.xml": sharedStrings(`<si><t>${url}</t></si>`),
            "xl/externalLinks/_rels/externalLink1.xml.rels": relationships,
          }),
        ),
      ),
    );
    for (const page of [address, `${address}/mapping`, `${address}/drafts/1`, `${address}/drafts/1/edit`])
      await site.askAsOperator(page);
    await site.send(`${address}/accept-all`, {});
    expect(calls).toBe(0);
  });
});

describe("words that mean something to JavaScript", () => {
  it("as headers, sheets, entries and form fields change no object", async () => {
    const evil = agreementTable("原型を汚す協定", {
      headers: ",__proto__,constructor,prototype,toString,経緯",
      cells: ",polluted,polluted,polluted,polluted,文",
    });
    const address = await uploadByForm(site, "__proto__.csv", evil);
    const fields = new URLSearchParams([
      ["headerRow.0", "1"],
      ["shownRow.0", "1"],
      ["saveAs", "__proto__"],
    ]);
    for (const [column, role] of [
      "field",
      "title",
      "japan",
      "foreign",
      "signed",
      "__proto__",
      "constructor",
      "",
      "",
      "background",
    ].entries())
      fields.append(`role.0.${column}`, role);
    for (const name of [
      "__proto__",
      "__proto__.polluted",
      "constructor.prototype.polluted",
      "japan.__proto__.name",
      "role.__proto__.0",
      "role.0.__proto__",
      "keep.__proto__",
    ])
      fields.append(name, "polluted");
    expect((await site.send(`${address}/mapping`, fields)).status).toBeLessThan(500);
    expect((await site.askAsOperator(`${address}/mapping?apply=__proto__`)).status).toBe(200);
    expect((await site.send("/agreements/new", fields)).status).toBe(422);
    for (const query of [
      "__proto__=1&constructor=2&q[__proto__]=3",
      "field=__proto__",
      "sort=constructor",
      "prefecture=toString",
      "country=__proto__",
      "saved=__proto__",
      "done=__proto__",
      "done=constructor",
    ]) {
      for (const path of ["/agreements", "/agreements.csv", "/agreements/A000001", address, "/imports"])
        expect((await site.askAsOperator(`${path}?${query}`)).status).toBeLessThan(400);
    }
    const named = zipOf({
      ...workbookParts(`<row r="1"><c r="A1"><v>1</v></c></row>`),
      XXprotoXX: "x",
      "constructor/prototype": "y",
    });
    const zip = Buffer.from(Buffer.from(named).toString("latin1").replaceAll("XXprotoXX", "__proto__"), "latin1");
    expect((await upload("a.xlsx", bytes(zip))).status).toBeLessThan(500);
    expect(
      (
        await upload(
          "a.docx",
          bytes(Buffer.from(zip.toString("latin1").replaceAll("xl/workbook", "word/abcdef"), "latin1")),
        )
      ).status,
    ).toBeLessThan(500);
    expect("polluted" in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)["role"]).toBeUndefined();
  });
});
