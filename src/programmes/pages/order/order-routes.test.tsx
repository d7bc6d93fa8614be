/** The report's order by buttons and by number: nothing is saved on the way, then all numbers at once. */
import { beforeEach, expect, test } from "vitest";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { submittedForm } from "../../../../test/support/sent-form.ts";
import { type Actor, PUBLIC } from "../../../platform/index.ts";
import { sectionsOf } from "../../report/reported-programmes.ts";
import { anEntry } from "../../testing/programme-facts.ts";
import { programmeSite } from "../../testing/programme-site.ts";

let editor: Actor;
const { visitAs, request, send, opened, recorded, factsOf } = programmeSite(async ({ owner }) => {
  editor = await addMember(owner, await addBody(owner, "札幌市", "01100"), "佐藤 一", "municipal_editor");
});

const PAGE = "/programmes/order?owner=46000";
let ids: readonly string[];

beforeEach(async () => {
  if (ids !== undefined) return;
  const made: string[] = [];
  for (let at = 0; at < 3; at += 1) made.push(await recorded([anEntry(2024)]));
  ids = made.map((own) => own.slice("/programmes/".length));
});

const formOf = (html: string) => {
  const form = html.slice(html.indexOf('<form class="stack-l'));
  return submittedForm(form.slice(0, form.indexOf("</form>")));
};
const rowsIn = (html: string) => [...html.matchAll(/name="row" value="(P\d+):/gu)].map(([, id]) => id);

async function press(form: URLSearchParams, act: string, more: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams(form);
  for (const [name, value] of Object.entries({ ...more, act })) body.set(name, value);
  const response = await request("/programmes/order", { method: "POST", body });
  return { status: response.status, html: await response.text(), location: response.headers.get("location") ?? "" };
}

const numbers = async () => Promise.all(ids.map(async (id) => (await factsOf(`/programmes/${id}`)).number));

test("a programme goes up with the keyboard on it, saved it has its number, and the report shows it there", async () => {
  const [a, b, c] = ids;
  const first = await opened(PAGE);
  expect(rowsIn(first)).toEqual([a, b, c]);
  const moved = await press(formOf(first), `up:${c}`);
  expect([moved.status, rowsIn(moved.html)]).toEqual([200, [a, c, b]]);
  expect(moved.html).toMatch(new RegExp(`value="up:${c}"[^>]*aria-describedby="moved"[^>]*autofocus`, "u"));
  expect(moved.html).toContain("2番目に移しました");
  expect(await numbers()).toEqual([1, 1, 1]);
  const saved = await press(formOf(moved.html), "save", { reason: "掲載の順の見直し" });
  expect(saved.status).toBe(303);
  expect(await opened(saved.location)).toContain("2事業の番号を付け直しました");
  expect(await numbers()).toEqual([1, 3, 2]);
  const facts = await Promise.all(ids.map((id) => factsOf(`/programmes/${id}`)));
  const [section] = sectionsOf(facts, 2024);
  expect(section?.programmes.map(({ facts: own }) => own)).toEqual([facts[0], facts[2], facts[1]]);
  expect(await opened(`/programmes/${c}/history`)).toContain("掲載の順の見直し");
});

test("a written place puts it there, before anything is saved; what is no number is said at its field", async () => {
  const before = await numbers();
  const form = formOf(await opened(PAGE));
  const [first, , last] = rowsIn(await opened(PAGE));
  const sorted = await press(form, "sort", { [`place.${last}`]: "１" });
  expect(rowsIn(sorted.html).slice(0, 2)).toEqual([last, first]);
  const wrong = await press(form, "sort", { [`place.${last}`]: "先頭" });
  expect([wrong.status, wrong.html.includes("「先頭」は順番として読めません")]).toEqual([422, true]);
  expect(await numbers()).toEqual(before);
});

test("numbers given by somebody else meanwhile are not overwritten, and the order asked for stays", async () => {
  const form = formOf(await opened(PAGE));
  const [first = "", second = ""] = rowsIn(await opened(PAGE));
  expect((await press(form, "save", { [`place.${second}`]: "1" })).status).toBe(303);
  const late = await press(form, "save", { [`place.${first}`]: "3" });
  expect([late.status, late.html.includes("先に変更されています")]).toEqual([409, true]);
  expect(rowsIn(late.html).at(-1)).toBe(first);
});

test("is there for those who edit the body's programmes", async () => {
  visitAs(PUBLIC);
  expect((await request(PAGE)).status).toBe(403);
  visitAs(editor);
  expect((await send("/programmes/order", { owner: "46000", act: "save" })).status).toBe(403);
  expect((await request("/programmes/order")).status).toBe(200);
});
