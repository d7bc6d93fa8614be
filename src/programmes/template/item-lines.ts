/**
 * Sub-items (小項目) in one cell: one line each, 「⑴ 商談会：中止（台風のため）」 with mark, name, status and reason as
 * printed. Lines are taken to the items they name; a new line is a new item. An item is not taken away by leaving its
 * line out: that is said, and done in the form of the year.
 */
import { statusWords } from "../messages.ja.ts";
import type { YearEntry, YearItem } from "../programme-year.ts";
import { type ItemStatus, POST_STATUSES } from "../year-status.ts";
import { type CellReading, plainWord, textOrNull } from "./workbook-cell.ts";

export function writeItems({ items }: Pick<YearEntry, "items">): string {
  return items.map(lineOf).join("\n");
}

function lineOf(item: YearItem): string {
  const { status, reasonAsPrinted } = item;
  return `${nameOf(item)}：${statusWords[status]}${reasonAsPrinted === null ? "" : `（${reasonAsPrinted}）`}`;
}

function nameOf({ mark, label }: Pick<YearItem, "mark" | "label">): string {
  return [mark, label].filter((part) => part !== null && part !== "").join(" ");
}

type Line = Readonly<{ name: string; status: ItemStatus; reason: string | null }>;

export function readItems(entry: YearEntry, said: string): CellReading<YearEntry> {
  const texts = said.split("\n").filter((line) => line.trim() !== "");
  const lines = texts.map(readLine);
  const unread = texts.find((_, at) => lines[at] === undefined);
  if (unread !== undefined) return { problem: { code: "value_unreadable", said: unread.trim() } };
  const left = [...entry.items];
  const items: YearItem[] = [];
  for (const line of lines.flatMap((one) => one ?? [])) {
    const at = left.findIndex((item) => isNamed(item, line.name));
    const [known] = at < 0 ? [] : left.splice(at, 1);
    const item = known === undefined ? newItem(line) : changedItem(known, line);
    if (item === undefined)
      return { problem: { code: "value_unreadable", said: `${line.name}：${statusWords[line.status]}` } };
    items.push(item);
  }
  const [out] = left;
  if (out !== undefined) return { problem: { code: "item_left_out", said: nameOf(out) } };
  return { value: { ...entry, items } };
}

/** By mark and name, or by the name alone. */
function isNamed(item: YearItem, name: string): boolean {
  return [nameOf(item), item.label].some((known) => plainWord(known) === plainWord(name));
}

/** Undefined where a post would be given a status that no post has. */
function changedItem(item: YearItem, { status, reason }: Line): YearItem | undefined {
  if (item.status === status && (item.reasonAsPrinted ?? "").trim() === (reason ?? "")) return item;
  const changed = { ...item, status, reasonAsPrinted: reason };
  const { post } = item;
  if (post === null) return changed;
  const own = item.status === status ? post.status : POST_STATUSES.find((known) => known === status);
  const reasonAsPrinted = post.reasonAsPrinted === item.reasonAsPrinted ? reason : post.reasonAsPrinted;
  return own === undefined ? undefined : { ...changed, post: { ...post, status: own, reasonAsPrinted } };
}

const MARK = /^([(（]\s*[\d０-９]{1,2}\s*[)）]|[⑴-⒇]|[①-⑳]|・)\s*/u;

function newItem({ name, status, reason }: Line): YearItem | undefined {
  const mark = MARK.exec(name)?.[1] ?? null;
  const label = name.slice(MARK.exec(name)?.[0].length ?? 0).trim();
  if (label === "") return undefined;
  const level = mark !== null && /[①-⑳]/u.test(mark) ? 2 : 1;
  return { mark, level, label, status, reasonAsPrinted: reason, text: "", post: null };
}

const STATUSES = Object.entries(statusWords)
  // keys of the table given
  .map(([status, word]) => ({ status: status as ItemStatus, word: word.normalize("NFKC") }))
  .toSorted((a, b) => b.word.length - a.word.length);

/** The last colon before a status parts the line: a name may have one of its own. */
function readLine(text: string): Line | undefined {
  const line = text.trim();
  for (let at = line.length - 1; at > 0; at -= 1) {
    if (line[at] !== "：" && line[at] !== ":") continue;
    const read = readStatus(line.slice(at + 1));
    const name = line.slice(0, at).trim();
    if (read !== undefined && name !== "") return { name, ...read };
  }
  return undefined;
}

function readStatus(text: string): Omit<Line, "name"> | undefined {
  const said = text.trim();
  for (const { status, word } of STATUSES) {
    const end = Array.from({ length: said.length + 1 }, (_, length) => length).find(
      (length) => said.slice(0, length).normalize("NFKC") === word,
    );
    if (end === undefined) continue;
    const rest = said.slice(end).trim();
    if (rest === "") return { status, reason: null };
    const reason = /^[（(]([\s\S]*)[）)]$/u.exec(rest)?.[1];
    if (reason !== undefined) return { status, reason: textOrNull(reason) };
  }
  return undefined;
}
