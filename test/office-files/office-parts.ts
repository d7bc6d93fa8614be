/** The parts of a Word or Excel file as trees, for tests that look at what Word and Excel insist on. */
import { unzipSync } from "fflate";
import { checkDocument } from "../../src/documents/check-document.ts";
import type { Document } from "../../src/documents/document.ts";
import type { CheckedDocument } from "../../src/documents/document-flaw.ts";
import { documentOf, inventDocument } from "../fixtures/documents/invented-document.ts";

export type XmlNode = Readonly<{ name: string; attributes: ReadonlyMap<string, string>; children: XmlNode[] }>;

/** Of the file's XML parts, by path. Texts are left out. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, XmlNode> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels|vml)$/.test(path));
  return new Map(files.map(([path, content]) => [path, treeOf(path, decoder.decode(content))]));
}

const TAG = /<(?<end>\/?)(?<name>[\w:]+)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>/gu;

/** Throws where tags do not close or characters stand that XML forbids. */
function treeOf(path: string, xml: string): XmlNode {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what XML 1.0 forbids.
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(xml)) throw new Error(`${path}: forbidden character`);
  const root: XmlNode = { name: "", attributes: new Map(), children: [] };
  const open = [root];
  for (const { groups } of xml.matchAll(TAG)) {
    const { end, name = "", attributes = "", empty } = groups ?? {};
    if (end === "/") {
      if (open.pop()?.name !== name) throw new Error(`${path}: </${name}> closes nothing`);
      continue;
    }
    const pairs = Array.from(
      attributes.matchAll(/([\w:.-]+)="([^"]*)"/gu),
      ([, key = "", value = ""]) => [key, value] as const,
    );
    const node = { name, attributes: new Map(pairs), children: [] };
    open.at(-1)?.children.push(node);
    if (empty !== "/") open.push(node);
  }
  const rest = xml.replace(TAG, "").replace(/^<\?xml[^?]*\?>/u, "");
  if (open.length !== 1 || rest.includes("<")) throw new Error(`${path}: not well-formed`);
  return root;
}

export function* allNodes(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.children) yield* allNodes(child);
}

export function nodesOf(node: XmlNode, name: string): readonly XmlNode[] {
  return [...allNodes(node)].filter((one) => one.name === name);
}

export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  return node.children.find((one) => one.name === name);
}

/** Children that stand before one that has to come earlier; and such as the order does not know. Null: any order. */
export function misplaced(node: XmlNode, order: readonly string[] | null): readonly string[] {
  if (order === null) return [];
  const places = node.children.map(({ name }) => order.indexOf(name));
  return node.children
    .filter((_, at) => places[at] === -1 || (places[at] ?? 0) < (places[at - 1] ?? 0))
    .map((one) => `${node.name} > ${one.name}`);
}

function checkedOf(document: Document): CheckedDocument {
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problem));
  return checked.value;
}

const ODD = [
  "=1+1",
  "+81-99",
  "-5",
  "@SUM(A1)",
  "<w:p/>&amp;]]>",
  "_x0041_",
  "😀𠮷",
  " 前後 ",
  "",
  "甲".repeat(40_000),
];

/** Every kind of block, spans, notes and links; then texts that a file could stumble over. */
export const DOCUMENTS: readonly (readonly [string, CheckedDocument])[] = [
  ["a report", checkedOf(inventDocument(30))],
  ["a document of odd texts", checkedOf(oddDocument())],
];

function oddDocument(): Document {
  const cells = ODD.map((content) => ({ content }));
  const names = ["甲/乙:丙?*[丁]", "甲".repeat(60), "甲".repeat(60), "'引用'", "History"];
  return documentOf(
    ...names.flatMap((text) => [
      { kind: "heading", level: 1, text } as const,
      {
        ...({ kind: "table", caption: text, columns: [{ width: 1 }, { width: 3 }] } as const),
        headerRows: [["見出し", "見出し"]],
        rows: [...cells.map((cell) => [cell, cell]), [{ content: "またぐ", columnSpan: 2 }]],
      },
      ...ODD.map((content) => ({ kind: "paragraph", content }) as const),
    ]),
    {
      ...({ kind: "box", level: 2, number: "1", titleLabel: "事業名", title: "甲\n乙" } as const),
      rows: [
        { label: "長い欄", content: Array.from({ length: 80 }, (_, line) => `${line}行目`).join("\n") },
        { label: "空の欄", content: [] },
      ],
    },
  );
}
