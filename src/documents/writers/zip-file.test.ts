import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { zipFile } from "./zip-file.ts";

test("what is put into a container comes out of it, and the same parts give the same bytes", () => {
  const path = fc.string({ unit: fc.constantFrom("a", "/", ".", "表"), minLength: 1, maxLength: 20 });
  const parts = fc.uniqueArray(fc.tuple(path, fc.uint8Array({ maxLength: 2_000 })), { selector: ([name]) => name });
  fc.assert(
    fc.property(parts, (given) => {
      const bytes = zipFile(given, "2025-01-10");
      expect(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, [...content]])).toEqual(
        Object.entries(Object.fromEntries(given)).map(([name, content]) => [name, [...content]]),
      );
      expect(zipFile(given, "2025-01-10")).toEqual(bytes);
    }),
  );
});
