/** Moving rows by buttons: what was typed stays, the keyboard stays with the row, and the order arrives everywhere. */
import { expect, test } from "vitest";
import { formOf } from "../../../../test/support/sent-form.ts";
import { composeYear } from "../../report/compose-year.ts";
import { cellWords } from "../../report/messages.ja.ts";
import { aDate, anEntry, anEvent } from "../../testing/programme-facts.ts";
import { programmeSite } from "../../testing/programme-site.ts";

const { send, opened, recorded, factsOf } = programmeSite();

const event = (name: string, day: string) => anEvent({ name, edition: null, date: aDate(day), place: "香港" });
const year = anEntry(2023, { events: [event("商談会", "2023年11月22日"), event("写真展", "2023年9月3日")] });
const UP = "up:events:b1";

test("a row goes up with what was typed into it, and the keyboard and a sentence stand there", async () => {
  const own = await recorded([year]);
  const form = formOf(await opened(`${own}/years/2023/result`));
  const sent = await send(`${own}/years/2023/result`, { ...form, "events.1.place": "深圳", act: UP });
  expect(sent.status).toBe(200);
  const back = formOf(sent.html);
  expect(back).toMatchObject({ "events.0.name": "写真展", "events.0.place": "深圳", "events.1.name": "商談会" });
  expect(sent.html).toMatch(/<button[^>]*value="down:events:b1"[^>]*aria-describedby="events\.moved"[^>]*autofocus/u);
  expect(sent.html).toMatch(/<p class="rowmoved" role="status" id="events\.moved">1番目に移しました/u);
  expect(sent.html).not.toContain("up:events:b1");
  expect((await factsOf(own)).years).toEqual([year]);
});

test("saved, the order stands in the record, in the report and in the history", async () => {
  const own = await recorded([year]);
  const form = formOf(await opened(`${own}/years/2023/result`));
  const { html } = await send(`${own}/years/2023/result`, { ...form, act: UP });
  expect((await send(`${own}/years/2023/result`, { ...formOf(html), act: "save" })).status).toBe(303);
  const facts = await factsOf(own);
  const [saved] = facts.years;
  expect(saved).toEqual({ ...year, events: year.events.toReversed() });
  const cell = composeYear(saved!, { title: facts.title, partners: [], words: cellWords }).join("\n");
  expect(cell.indexOf("写真展")).toBeLessThan(cell.indexOf("商談会"));
  expect(await opened(`${own}/history`)).toContain("令和5年度の実績（順番だけ）");
});

test("partners of a programme are moved in the same way, a new one past those on record", async () => {
  const own = await recorded();
  const form = { ...formOf(await opened(`${own}/edit`)), "partners.1.name": "全羅北道" };
  const { html } = await send(`${own}/edit`, { ...form, act: "down:partners:b0" });
  expect((await send(`${own}/edit`, { ...formOf(html), act: "save" })).status).toBe(303);
  expect((await factsOf(own)).partners.map(({ name }) => name)).toEqual(["全羅北道", "香港"]);
});
