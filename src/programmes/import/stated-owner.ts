/**
 * Whose report it seems to be: the body that is named alone above the first programme, else the one that the document
 * names at least three times and twice as often as any other. It only asks the person; nothing is decided by it.
 */
import type { SourceText } from "../../documents/source-text.ts";
import { governmentsNamed } from "../../registry/index.ts";

export type StatedOwner = Readonly<{ owner: string; name: string }>;

const NAME = /[\p{Script=Han}ヶケヵノ]{1,6}?[都道府県市区町村]/gu;
const OFTEN_ENOUGH = 3;

/** @param firstLine of the first programme; null when lines are unknown. */
export function statedOwner({ lines }: Pick<SourceText, "lines">, firstLine: number | null): StatedOwner | undefined {
  const above = firstLine === null ? [] : lines.filter(({ line }) => line < firstLine);
  const named = above
    .flatMap(({ text }) =>
      text
        .normalize("NFKC")
        .trim()
        .split(/[\s()]+/u),
    )
    .flatMap(onlyGovernment);
  const [first] = named;
  if (first !== undefined && named.every(({ owner }) => owner === first.owner)) return first;
  return mostNamed(lines.map(({ text }) => text.normalize("NFKC").replace(/\s+/gu, "")).join(""));
}

function onlyGovernment(name: string): readonly StatedOwner[] {
  const found = /^[^\d]{2,12}[都道府県市区町村]$/u.test(name) ? governmentsNamed(name) : [];
  const [only] = found;
  return only === undefined || found.length > 1 ? [] : [{ owner: only.code, name: only.fullName }];
}

function mostNamed(text: string): StatedOwner | undefined {
  const counts = new Map<string, StatedOwner & { n: number }>();
  for (const [name] of text.matchAll(NAME)) {
    for (const one of endingsOf(name).flatMap(onlyGovernment).slice(0, 1)) {
      counts.set(one.owner, { ...one, n: (counts.get(one.owner)?.n ?? 0) + 1 });
    }
  }
  const [most, next] = [...counts.values()].toSorted((a, b) => b.n - a.n);
  if (most === undefined || most.n < OFTEN_ENOUGH || most.n < 2 * (next?.n ?? 0)) return undefined;
  return { owner: most.owner, name: most.name };
}

/** 概要鹿児島県: the longest ending that is a name. */
function endingsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 2) }, (_, start) => name.slice(start));
}
