/** Whatever is asked, of whatever page, in whatever way: an answer, and never a fault. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { fill, formsOf, type Route, routesOf } from "./routes.ts";
import { agreementForm, agreementTable, ORIGIN, openSite, recordByForm, type Site, uploadByForm } from "./site.ts";

let site: Site;
let routes: readonly Route[];
const faults = vi.spyOn(console, "error");
beforeAll(async () => {
  site = await openSite();
  const all = routesOf(site.application);
  routes = [...all.filter(({ method }) => method !== "POST"), ...formsOf(site.application)];
  await recordByForm(site, agreementForm("当てずっぽうの的になる協定"));
  await uploadByForm(site, "的.csv", agreementTable("当てずっぽうの的"));
});
afterAll(async () => {
  faults.mockRestore();
  await site.close();
});

const ODD_TEXTS = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "1",
    "1.5",
    "1e309",
    "NaN",
    "99999999999999999999",
    "9007199254740993",
    "2147483648",
    "٣",
    "null",
    "undefined",
  ],
  ...[
    "A000001",
    "A000002",
    "A999999999",
    "I000001",
    "C000001",
    "46201",
    "00000",
    "JP",
    "KR",
    "ZZ",
    "__proto__",
    "constructor",
    "toString",
  ],
  ...[
    "'",
    '"',
    "`",
    "\\",
    "%",
    "%00",
    "%ff",
    "\0",
    "\u{FFFE}",
    "\u{D800}",
    "\u{1F600}",
    "＼",
    "か\u{3099}",
    "㍻",
    "𠮷野",
    "\u{202E}abc",
  ],
  ...[
    "' or 1=1 --",
    "'; drop table agreement; --",
    "$1",
    "{{1}}",
    "%s%n",
    "../../etc/passwd",
    "javascript:alert(1)",
    "=1+1",
  ],
  ...[
    "令和5年13月",
    "昭和99年",
    "平成0年",
    "2023-02-30",
    "-271821-04-20",
    "save",
    "more.japan",
    "another",
    "continue",
    "①",
    "⑩",
    "ja",
    "en",
  ],
];
const text = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 300 }),
);
const QUERY_NAMES = [
  ...[
    "q",
    "after",
    "before",
    "sort",
    "field",
    "country",
    "prefecture",
    "government",
    "counterpart",
    "from",
    "to",
    "year",
    "view",
    "version",
    "on",
  ],
  ...[
    "with",
    "saved",
    "done",
    "finding",
    "apply",
    "agreement",
    "show",
    "page",
    "token",
    "next",
    "list",
    "state",
    "kind",
    "body",
    "role",
    "actor",
  ],
];
const FIELD_NAMES = [
  ...[
    "title",
    "act",
    "reason",
    "version",
    "opened",
    "otherVersion",
    "with",
    "agreement",
    "agreementVersion",
    "take",
    "another",
    "layout",
    "file",
  ],
  ...[
    "japan.0.name",
    "japan.0.code",
    "foreign.0.name",
    "foreign.0.country",
    "foreign.0.counterpart",
    "japan.599.name",
    "japan.-1.name",
  ],
  ...[
    "dates.0.asPrinted",
    "dates.0.read",
    "dates.0.role",
    "dates.0.base",
    "listings.0",
    "listings.1",
    "sources.0.title",
    "sources.0.base",
  ],
  ...[
    "background",
    "urls",
    "phones",
    "departments",
    "keep.title",
    "headerRow.0",
    "shownRow.0",
    "role.0.0",
    "role.0.1",
    "saveAs",
    "email",
    "password",
  ],
];
const pairs = (names: readonly string[]) =>
  fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), text), text), { maxLength: 8 });

const MEMBERS = [
  "municipal-editor",
  "municipal-approver",
  "body-administrator",
  "prefecture-coordinator",
  "secondee",
  "national-officer",
  "researcher",
  "judge",
  "system-administrator",
];

const asked = fc.record({
  route: fc.nat(10_000),
  ids: fc.shuffledSubarray(
    [
      "A000001",
      "A000150",
      "A999999",
      "A000001.json",
      "I000001",
      "I9",
      "1",
      "2",
      "999999999",
      "0",
      "46201",
      "00000",
      "JP",
      "ZZ",
      "kr",
      "C000001",
      "C999999",
      "B000001",
      "U000001",
      "a",
    ],
    { minLength: 20 },
  ),
  method: fc.constantFrom("GET", "GET", "POST", "POST", "HEAD", "PUT"),
  lang: fc.constantFrom("", "", "/en"),
  query: pairs(QUERY_NAMES),
  fields: pairs(FIELD_NAMES),
  body: fc.constantFrom("form", "form", "multipart", "file", "json", "torn", "none"),
  who: fc.constantFrom("public", "operator", "operator", ...MEMBERS),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function bodyOf({ body, fields }: Asked): Readonly<{ body?: BodyInit; type?: string }> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name.toWellFormed(), value.toWellFormed());
  switch (body) {
    case "form":
      return { body: new URLSearchParams(fields.map(([name, value]) => [name, value])) };
    case "multipart":
      return { body: form };
    case "file":
      form.append(
        fields[0]?.[0].toWellFormed() ?? "file",
        new File([fields[0]?.[1] ?? ""], fields[1]?.[1].toWellFormed() ?? "a.csv"),
      );
      form.append("file", new File([fields[2]?.[1] ?? "分野,協定名"], fields[1]?.[1].toWellFormed() ?? ""));
      return { body: form };
    case "json":
      return { body: JSON.stringify(Object.fromEntries(fields)), type: "application/json" };
    case "torn":
      return {
        body: `--x\r\nContent-Disposition: form-data; name="${fields[0]?.[0] ?? ""}`,
        type: "multipart/form-data; boundary=x",
      };
    default:
      return {};
  }
}

function askAs(who: Asked["who"], path: string, init: RequestInit): Promise<Response> {
  if (who === "public") return site.ask(path, init);
  return who === "operator" ? site.askAsOperator(path, init) : site.askAs(who, path, init);
}

async function answerTo(one: Asked): Promise<Readonly<{ status: number; path: string }>> {
  const { pattern } = routes[one.route % routes.length]!;
  const query = new URLSearchParams(one.query.map(([name, value]) => [name, value]));
  const path = `${one.lang}${fill(pattern, one.ids)}?${query}`;
  const { body, type } = one.method === "POST" ? bodyOf(one) : {};
  const headers: Record<string, string> = { origin: ORIGIN, ...(type === undefined ? {} : { "content-type": type }) };
  const answer = await askAs(one.who, path, { method: one.method, headers, ...(body === undefined ? {} : { body }) });
  await answer.body?.cancel();
  return { status: answer.status, path };
}

const runs = Number(process.env.KAKEHASHI_FUZZ_RUNS ?? 1_000);

it(`${runs} requests made up of every route, odd texts and torn bodies are answered without a fault`, {
  timeout: 600_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(asked, async (one) => {
      const { status, path } = await answerTo(one);
      expect(status, `${one.method} ${path}\n${faults.mock.calls.at(-1)?.[0] ?? ""}`).toBeLessThan(500);
    }),
    { numRuns: runs },
  );
  expect((await site.ask("/healthz")).status).toBe(200);
  expect((await site.askAsOperator("/imports")).status).toBe(200);
});

it("every page takes every odd text in its address", async () => {
  const pages = routes.filter(({ method }) => method === "GET");
  for (const odd of ODD_TEXTS) {
    const query = new URLSearchParams(QUERY_NAMES.map((name) => [name, odd]));
    for (const { path } of pages.filter((_, at) => (at + odd.length) % 5 === 0)) {
      const answer = await site.askAsOperator(`${path}?${query}`);
      await answer.body?.cancel();
      expect(answer.status, `${path} ${JSON.stringify(odd)}`).toBeLessThan(500);
    }
  }
});
