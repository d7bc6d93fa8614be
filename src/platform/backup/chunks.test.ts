import fc from "fast-check";
import { expect, test } from "vitest";
import { cutIntoChunks, measureOf } from "./chunks.ts";

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

test("pieces put together are what was cut, none larger than asked, and their rows add up", async () => {
  const cut = fc.asyncProperty(
    fc.array(fc.uint8Array({ maxLength: 90, max: 20 })),
    fc.integer({ min: 1, max: 64 }),
    async (pieces, size) => {
      const chunks = [];
      for await (const chunk of cutIntoChunks(inPieces(pieces), size)) chunks.push(chunk);
      const whole = Buffer.concat(pieces);
      expect(Buffer.concat(chunks.map(({ body }) => body)).equals(whole)).toBe(true);
      expect(
        chunks.every(({ body }, at) => body.length === size || (at === chunks.length - 1 && body.length > 0)),
      ).toBe(true);
      expect(chunks.map(({ measure }) => measure)).toEqual(chunks.map(({ body }) => measureOf(body)));
      expect(chunks.reduce((rows, { measure }) => rows + measure.rows, 0)).toBe(measureOf(whole).rows);
    },
  );
  await fc.assert(cut);
});

test("each line feed ends one row", () => {
  expect(measureOf(Buffer.from("1\t東京\\n都\n2\t\\N\n")).rows).toBe(2);
});
