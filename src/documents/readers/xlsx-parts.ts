/**
 * What the parts of an Excel file say about its sheets beside the cells: their names, and which ranges are merged.
 *
 * Read from the text of the parts, since the library makes an object for every cell of a merged range, and a file may
 * name a range of a million.
 */
import type { ZipEntries } from "./zip-container.ts";

/** More than a form of any office has; a file may hold as many as it likes. */
const MAX_MERGES = 1_000;

/** As the workbook lists them, those too that hold no cells (charts). */
export function sheetNames(entries: ZipEntries): readonly string[] {
  return sheetTags(entries).map(({ name }) => name);
}

/** Ranges by sheet: B2:C5. A sheet without any is left out. */
export function mergedRanges(entries: ZipEntries): ReadonlyMap<string, readonly string[]> {
  const relations = textOf(entries, "xl/_rels/workbook.xml.rels");
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/g)].map(([, tag = ""]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target").replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  return new Map(
    sheetTags(entries).flatMap(({ name, relation }) => {
      const ranges = rangesIn(textOf(entries, targets.get(relation) ?? ""));
      return ranges.length === 0 ? [] : [[name, ranges] as const];
    }),
  );
}

function rangesIn(xml: string): readonly string[] {
  // Behind the rows, so that the text of cells is not searched.
  const tail = xml.slice(xml.lastIndexOf("</sheetData>"));
  const found = tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g);
  return [...found].slice(0, MAX_MERGES).map(([, range = ""]) => range);
}

function sheetTags(entries: ZipEntries): readonly Readonly<{ name: string; relation: string }>[] {
  const xml = textOf(entries, "xl/workbook.xml");
  return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, tag = ""]) => ({
    name: unescapeXml(attribute(tag, "name")),
    relation: attribute(tag, "(?:\\w+:)id"),
  }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}

function textOf(entries: ZipEntries, part: string): string {
  return new TextDecoder().decode(entries.get(part));
}

function unescapeXml(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
