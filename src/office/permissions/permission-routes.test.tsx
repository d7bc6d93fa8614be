import { expect, test } from "vitest";
import { member } from "../../../test/support/members.ts";
import { officeApplication } from "../../../test/support/office-application.ts";
import { ACTIONS, type Actor, LOCAL_OPERATOR, PUBLIC } from "../../platform/index.ts";
import { permissionRoutes } from "./permission-routes.tsx";

const ask = (actor: Actor, path: string) => officeApplication(permissionRoutes(), actor).request(path);
const text = async (actor: Actor, path: string) => (await ask(actor, path)).text();

test("whoever signed in reads the table and what the own roles give now; the public signs in first", async () => {
  const page = await text(member("46000", "prefecture_coordinator"), "/permissions");
  expect(page).toContain("鹿児島県 国際交流課 で 都道府県の取りまとめ担当 として作業しています。");
  expect(page).toContain("自団体と管内");
  expect((await ask(member("46201", "judge"), "/permissions")).status).toBe(200);
  expect(await text(member("46201", "judge"), "/permissions")).toContain("表にある操作はできません");
  expect(await text(LOCAL_OPERATOR, "/permissions")).toContain("すべてを行えます");
  expect((await ask(PUBLIC, "/permissions")).status).toBe(403);
  expect((await ask(PUBLIC, "/permissions.csv")).status).toBe(403);
});

test("the file has a line for each action and a column for each role, in the language of the page", async () => {
  const file = await text(member("46201", "judge"), "/permissions.csv");
  const lines = file.trim().split("\r\n");
  expect(lines).toHaveLength(ACTIONS.length + 1);
  expect(lines[0]?.split(",")).toHaveLength(9);
  expect(await text(member("46201", "judge"), "/en/permissions.csv")).toContain("Read the audit");
});
