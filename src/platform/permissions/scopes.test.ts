import { describe, expect, test } from "vitest";
import { member } from "../../../test/support/members.ts";
import { CLI, PUBLIC } from "../database/actor.ts";
import { isPermitted, isPermittedSomewhere, marksCovered, marksOfBody, marksOfGovernments } from "./scopes.ts";

const kagoshimaCity = marksOfGovernments(["46201"]);
const sapporo = marksOfGovernments(["01100"]);
const both = marksOfGovernments(["46201", "01100"]);

describe("an editor of a municipality", () => {
  const editor = member("46201", "municipal_editor");
  test("edits what belongs to it, also when it belongs to others too", () => {
    expect(isPermitted(editor, "agreement.edit", kagoshimaCity)).toBe(true);
    expect(isPermitted(editor, "agreement.edit", both)).toBe(true);
  });
  test("edits nothing of another prefecture and nothing of nobody", () => {
    expect(isPermitted(editor, "agreement.edit", sapporo)).toBe(false);
    expect(isPermitted(editor, "agreement.edit", marksOfGovernments([]))).toBe(false);
  });
  test("does not approve", () => {
    expect(isPermitted(editor, "agreement.approve", kagoshimaCity)).toBe(false);
  });
});

describe("a coordinator of a prefecture", () => {
  const coordinator = member("46000", "prefecture_coordinator");
  test("covers the prefecture's whole tree and no other", () => {
    expect(marksCovered(coordinator, "agreement.edit")).toEqual(["46"]);
    expect(isPermitted(coordinator, "agreement.edit", kagoshimaCity)).toBe(true);
    expect(isPermitted(coordinator, "agreement.edit", marksOfGovernments(["46000"]))).toBe(true);
    expect(isPermitted(coordinator, "agreement.edit", sapporo)).toBe(false);
  });
  test("held by mistake in a municipality it covers that municipality only", () => {
    expect(marksCovered(member("46201", "prefecture_coordinator"), "agreement.edit")).toEqual(["46201"]);
  });
});

test("a national officer edits everybody's agreements, with or without a known local government", () => {
  const officer = member("national", "national_officer");
  expect(isPermitted(officer, "agreement.edit", sapporo)).toBe(true);
  expect(isPermitted(officer, "agreement.edit", marksOfGovernments([]))).toBe(true);
  expect(isPermitted(officer, "audit.read", marksOfBody({ id: "B000005", governmentCode: null }))).toBe(true);
  expect(isPermitted(officer, "audit.read", sapporo)).toBe(false);
});

test("roles in one body add up", () => {
  const small = member("46201", "municipal_editor", "municipal_approver");
  expect(isPermitted(small, "agreement.edit", kagoshimaCity)).toBe(true);
  expect(isPermitted(small, "agreement.approve", kagoshimaCity)).toBe(true);
});

test("the public may nothing, the machine everything", () => {
  expect(isPermittedSomewhere(PUBLIC, "agreement.edit")).toBe(false);
  expect(isPermitted(CLI, "job.manage", ["*"])).toBe(true);
});
