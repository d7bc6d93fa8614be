import { beforeEach, describe, expect, test } from "vitest";
import { addBody, addMember } from "../../../../test/support/people.ts";
import { formOf } from "../../../../test/support/sent-form.ts";
import { type Actor, PUBLIC } from "../../../platform/index.ts";
import { anEntry } from "../../testing/programme-facts.ts";
import { programmeSite } from "../../testing/programme-site.ts";

let editor: Actor;
let colleague: Actor;
let approver: Actor;
const { visitAs, request, send, opened, factsOf } = programmeSite(async ({ owner }) => {
  const city = await addBody(owner, "鹿児島市", "46201");
  await owner.query("update body set asks_approval = true where id = $1", [city.id]);
  editor = await addMember(owner, city, "佐藤 一", "municipal_editor");
  colleague = await addMember(owner, city, "田中 四", "municipal_editor");
  approver = await addMember(owner, city, "鈴木 二", "municipal_approver");
});

let own: string;
beforeEach(async () => {
  visitAs(editor);
  const { location } = await send("/programmes/new", { title: "市の交流", owner: "鹿児島市", start: "令和5年度" });
  own = location.split("?")[0]!;
});

const asks = async (version: number) => {
  visitAs(editor);
  expect((await send(`${own}/submit`, { version: String(version), text: "" })).location).toContain("saved=submitted");
};
const approves = async (version: number) => {
  visitAs(approver);
  const sent = await send(`${own}/review/approve`, { version: String(version), note: "" });
  expect(sent.location).toContain("saved=approved");
};

describe("a colleague asks for approval while somebody writes", () => {
  test("a year that is sent then is not saved, and nothing typed is lost", async () => {
    visitAs(colleague);
    const form = formOf(await opened(`${own}/years/2024/plan`));
    await asks(1);
    visitAs(colleague);
    const sent = await send(`${own}/years/2024/plan`, { ...form, text: "書きかけの計画" });
    expect(sent.status).toBe(409);
    expect(sent.html).toContain("書きかけの計画");
    expect(sent.html).toContain("承認を待っているため");
    expect((await factsOf(own)).years).toEqual([]);
  });

  test("facts that are sent then are not saved, and nothing typed is lost", async () => {
    visitAs(colleague);
    const form = formOf(await opened(`${own}/edit`));
    await asks(1);
    visitAs(colleague);
    const sent = await send(`${own}/edit`, { ...form, overview: "書きかけの概要" });
    expect(sent.status).toBe(409);
    expect(sent.html).toContain("書きかけの概要");
    expect((await factsOf(own)).overview).toBeNull();
  });

  test("a year cannot be taken away either", async () => {
    await send(`${own}/years/2024/plan`, { status: "planned", version: "1", opened: "1" });
    await asks(2);
    visitAs(colleague);
    const sent = await send(`${own}/years/2024/plan`, { version: "2", act: "removed", reason: "不要になった" });
    expect([sent.status, sent.html.includes("不要になった")]).toEqual([409, true]);
    expect((await factsOf(own)).years).toHaveLength(1);
  });

  test("the form itself opens no more, and nobody but those who edit is let in", async () => {
    await asks(1);
    for (const form of [`${own}/edit`, `${own}/years/2024/plan`]) {
      visitAs(colleague);
      expect((await request(form)).headers.get("location")).toBe(own);
      visitAs(approver);
      expect((await request(form)).status).toBe(403);
      expect((await send(form, { status: "planned", version: "2" })).status).toBe(403);
    }
  });
});

describe("withdrawn from the public while a change was being prepared", () => {
  const withdrawnWithDraft = async () => {
    await asks(1);
    await approves(2);
    visitAs(editor);
    await send(`${own}/years/2024/plan`, { status: "planned", text: "新しい計画", version: "3", opened: "3" });
    visitAs(approver);
    const sent = await send(`${own}/withdraw`, { version: "4", text: "内容を確かめるため" });
    expect(sent.location).toContain("saved=withdrawn");
  };

  test("the draft stays, cannot be published past the approval, and comes back by it", async () => {
    await withdrawnWithDraft();
    visitAs(PUBLIC);
    expect((await request(own)).status).toBe(404);
    visitAs(approver);
    expect(await opened(own)).not.toContain(`${own}/publish`);
    visitAs(editor);
    expect(await opened(own)).toContain(`${own}/submit`);
    await asks(5);
    await approves(6);
    visitAs(PUBLIC);
    expect(await opened(own)).toContain("市の交流");
    expect((await factsOf(own)).years).toMatchObject([
      anEntry(2024, { column: "plan", status: "planned", text: "新しい計画" }),
    ]);
  });

  test("a draft that was given up is taken up again in the same way", async () => {
    expect((await send(`${own}/withdraw`, { version: "1", text: "いったん取りやめる" })).location).toContain(
      "withdrawn",
    );
    await asks(2);
    await approves(3);
    visitAs(PUBLIC);
    expect(await opened(own)).toContain("市の交流");
  });
});
