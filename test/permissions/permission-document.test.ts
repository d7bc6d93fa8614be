import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { permissionDocument } from "./permission-document.ts";

test("docs/permissions.md says what the matrix states; npm run permissions writes it", () => {
  expect(readFileSync("docs/permissions.md", "utf8")).toBe(permissionDocument());
});
