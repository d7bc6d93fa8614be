/**
 * The office to ask (問い合わせ先), as a sheet prints it: 担当部署名, 電話番号, 電子メール, in any order and on any line.
 *
 * Offices are public desks; several may share a cell. E-mail addresses are not carried over.
 */
import type { SourceLine } from "../../documents/source-text.ts";
import { bareLine, isFiller } from "./clean-text.ts";

export type Office = Readonly<{ departments: readonly string[]; phones: readonly string[] }>;

type CellKind = "department" | "phone" | "mail" | "other";

const LABELS: readonly (readonly [CellKind, string])[] = [
  ["department", "担当(?:部署|課|部局)名?|部署名"],
  ["phone", "電話番号?|ＴＥＬ|TEL|Tel"],
  ["mail", "電子メール|メールアドレス|Eメール|Ｅメール|[Ee]-?[Mm]ail"],
  ["other", "ＦＡＸ(?:番号)?|FAX(?:番号)?|ファックス|ファクシミリ|住所|所在地"],
];
const LABEL = new RegExp(
  `(^|[\\t\\n ])(?:${LABELS.map(([kind, words]) => `(?<${kind}>${spaced(words)})`).join("|")})(?=[\\s:：]|$)[ \\t]*[:：]?`,
  "gu",
);
/** An address that slipped into another cell is not carried over either. */
const ADDRESS = /[^\s、，@＠]{0,64}[@＠][^\s、，@＠]*/gu;
const LETTER = /^[A-ZＡ-Ｚ](?:\s*[:：.．]\s*|\s+)/u;
const OFFICE_END = /(?:課|室|係|部|局|センター|班|担当|グループ|館|所|会|庁|院|校|チーム|本部|支所|[)）])$/u;

export function readOffice(body: readonly SourceLine[]): Office {
  const cells = new Map<CellKind, string[]>();
  for (const { kind, text } of cutByLabels(body)) cells.set(kind, [...(cells.get(kind) ?? []), text]);
  return {
    departments: (cells.get("department") ?? []).flatMap(splitDepartments),
    phones: (cells.get("phone") ?? []).flatMap(splitPhones),
  };
}

function cutByLabels(body: readonly SourceLine[]): readonly Readonly<{ kind: CellKind; text: string }>[] {
  const text = body
    .map(({ text: line }) => bareLine(line).trimEnd())
    .filter((line) => !isFiller(line))
    .join("\n");
  const labels = [...text.matchAll(LABEL)];
  return labels.map((label, at) => {
    const kind = LABELS.find(([name]) => label.groups?.[name] !== undefined)?.[0] ?? "other";
    const cell = text.slice(label.index + label[0].length, labels[at + 1]?.index ?? text.length);
    return { kind, text: cell.replace(ADDRESS, "").replace(/\t+/gu, " ").trim() };
  });
}

function splitDepartments(cell: string): readonly string[] {
  const names: string[] = [];
  for (const line of joinBrokenLines(cell)) {
    for (const part of cutOutsideBrackets(line, /[、，／]/u)) names.push(...cutAtLetters(part));
  }
  return names.filter((name) => name !== "" && !isFiller(name));
}

/** A line end separates offices only where a name is complete. */
function joinBrokenLines(cell: string): readonly string[] {
  return cell.split("\n").reduce<string[]>((lines, line) => {
    const words = line.trim();
    const last = lines.at(-1);
    const continues = last !== undefined && (!OFFICE_END.test(last) || /^[（(]/u.test(words));
    if (continues) lines[lines.length - 1] = `${last}${/^[（(]/u.test(words) ? " " : ""}${words}`;
    else if (words !== "") lines.push(words);
    return lines;
  }, []);
}

/** 「A 建設局計画課 B 水道局計画課」 numbers its offices with letters, which are no part of their names. */
function cutAtLetters(text: string): readonly string[] {
  const trimmed = text.trim();
  if (!LETTER.test(trimmed)) return [trimmed];
  return trimmed.split(/\s+(?=[A-ZＡ-Ｚ][\s:：.．])/u).map(withoutLetter);
}

function withoutLetter(text: string): string {
  return text.trim().replace(LETTER, "");
}

function cutOutsideBrackets(text: string, separator: RegExp): readonly string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if (/[(（]/u.test(character)) depth++;
    if (/[)）]/u.test(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && separator.test(character)) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

/** Numbers separated by 、 ／ spaces or lines; an extension (内線228) stays with its number as printed. */
function splitPhones(cell: string): readonly string[] {
  const phones: string[] = [];
  for (const part of cell.split("\n").flatMap((line) => cutOutsideBrackets(line, /[、，,／/;；]/u))) {
    let current = "";
    for (const word of part.split(/(?<=\S)(?=\s)/u)) {
      if (/^\s*[0-9０-９+＋A-ZＡ-Ｚ]/u.test(word) && countDigits(current) >= 9 && !isOpen(current)) {
        phones.push(withoutLetter(current));
        current = "";
      }
      current += word;
    }
    if (current.trim() !== "") phones.push(withoutLetter(current));
  }
  return phones.filter((phone) => countDigits(phone) >= 6);
}

function countDigits(text: string): number {
  return (
    text.replace(/[（(][^（()）]*[)）]?/gu, (bracket) => (/内線/u.test(bracket) ? "" : bracket)).match(/[0-9０-９]/gu)
      ?.length ?? 0
  );
}

function isOpen(text: string): boolean {
  return (text.match(/[（(]/gu)?.length ?? 0) > (text.match(/[)）]/gu)?.length ?? 0);
}

function spaced(source: string): string {
  return source.replace(/(\p{Script=Han}|[ァ-ヶー])(?=\p{Script=Han}|[ァ-ヶー])/gu, "$1\\s*");
}
