/** What Excel insists on when it opens a file, and offers to repair it otherwise. */
import { beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../../src/documents/writers/xlsx-document.ts";
import { allNodes, childOf, DOCUMENTS, misplaced, nodesOf, partsOf, type XmlNode } from "./office-parts.ts";

const WORKSHEET =
  "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst".split(
    " ",
  );
const value = (node: XmlNode | undefined, name: string) => node?.attributes.get(name) ?? "";

type Area = Readonly<{ left: number; top: number; right: number; bottom: number }>;

function areaOf(ref: string): Area {
  const [first = "", last = first] = ref.replaceAll("$", "").split(":");
  const column = (cell: string) =>
    [...cell.replace(/\d/gu, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  const row = (cell: string) => Number(cell.replace(/\D/gu, ""));
  return { left: column(first), top: row(first), right: column(last), bottom: row(last) };
}

const meet = (a: Area, b: Area) => a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

describe.each(DOCUMENTS)("%s as a workbook", (_, checked) => {
  let parts: ReadonlyMap<string, XmlNode>;
  let sheets: readonly XmlNode[];
  beforeAll(async () => {
    parts = partsOf(await writeXlsx(checked));
    sheets = [...parts]
      .filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path))
      .map(([, part]) => part.children[0]!);
  });
  const workbook = () => parts.get("xl/workbook.xml")!;

  it("has sheets with names that Excel takes, each once", () => {
    const names = nodesOf(workbook(), "sheet").map((node) => value(node, "name"));
    expect(names).toHaveLength(sheets.length);
    expect(names.filter((name) => name.length > 31 || name === "" || /[[\]:*?/\\]|^'|'$/u.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.map((name) => name.toLowerCase())).not.toContain("history");
  });

  it("has names for what repeats on paper that point to sheets that are there", () => {
    const names = nodesOf(workbook(), "definedName");
    const places = names.map((node) => Number(value(node, "localSheetId")));
    expect(names.length).toBeGreaterThan(0);
    expect(places.every((place) => Number.isInteger(place) && place >= 0 && place < sheets.length)).toBe(true);
    expect(new Set(places).size).toBe(names.length);
  });

  it("has its elements in the order of the schema", () => {
    expect(sheets.flatMap((sheet) => misplaced(sheet, WORKSHEET))).toEqual([]);
  });

  it("says where its cells are; each once, none a formula, none longer than Excel takes", () => {
    const strings = nodesOf(parts.get("xl/sharedStrings.xml")!, "si").length;
    const looks = childOf(parts.get("xl/styles.xml")!.children[0]!, "cellXfs")?.children.length ?? 0;
    for (const sheet of sheets) {
      const cells = nodesOf(sheet, "c");
      const refs = cells.map((cell) => value(cell, "r"));
      expect(new Set(refs).size).toBe(refs.length);
      const all = areaOf(value(childOf(sheet, "dimension"), "ref"));
      expect(refs.map(areaOf).filter((cell) => !meet(cell, all))).toEqual([]);
      expect(nodesOf(sheet, "f")).toEqual([]);
      expect(cells.every((cell) => Number(value(cell, "s") || 0) < looks)).toBe(true);
    }
    expect(strings).toBeGreaterThan(0);
  });

  it("joins cells that do not overlap", () => {
    for (const sheet of sheets) {
      const areas = nodesOf(sheet, "mergeCell").map((node) => areaOf(value(node, "ref")));
      expect(areas.filter((area, at) => areas.slice(at + 1).some((other) => meet(area, other)))).toEqual([]);
    }
  });

  it("has rows that grow with their text, and typefaces with name and size", () => {
    const rows = sheets.flatMap((sheet) => nodesOf(sheet, "row"));
    expect(rows.filter((row) => row.attributes.has("customHeight"))).toEqual([]);
    expect(rows.filter((row) => Number(value(row, "ht") || 15) > 409)).toEqual([]);
    const [fonts] = nodesOf(parts.get("xl/styles.xml")!, "fonts");
    expect(fonts?.children.filter((font) => !childOf(font, "name") || !childOf(font, "sz"))).toEqual([]);
  });

  it("has page headers short enough, on A4, as wide as the paper", () => {
    for (const sheet of sheets) {
      expect(childOf(sheet, "pageSetup")?.attributes.get("paperSize")).toBe("9");
      expect(nodesOf(sheet, "pageSetUpPr")[0]?.attributes.get("fitToPage")).toBe("1");
      expect(childOf(sheet, "pageSetup")?.attributes.get("fitToHeight")).toBe("0");
    }
    const all = [...parts.values()].flatMap((part) => [...allNodes(part)]);
    expect(
      all.filter(({ attributes }) => [...attributes.values()].some((text) => /NaN|undefined|Infinity/u.test(text))),
    ).toEqual([]);
  });
});
