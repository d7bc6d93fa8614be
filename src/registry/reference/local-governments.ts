/**
 * Local governments (自治体): prefectures, municipalities and the special wards of Tokyo, with codes, readings, validity
 * and succession. Who signed an agreement stays; who holds it now follows from `successors`.
 *
 * Data: data/reference/local-governments.json (see SOURCE.md). Wards of designated cities are no local governments.
 */
import table from "../../../data/reference/local-governments.json" with { type: "json" };
import { parseGovernmentCode, prefectureCodeOf } from "../../kernel/government-code.ts";
import { matchKey } from "../../kernel/name-key.ts";

export const GOVERNMENT_KINDS = ["prefecture", "designated_city", "city", "special_ward", "town", "village"] as const;
export type GovernmentKind = (typeof GOVERNMENT_KINDS)[number];

export type LocalGovernment = Readonly<{
  /** Five digits. */
  code: string;
  /** Without its prefecture: 岩舟町. */
  name: string;
  /** With its prefecture, as parties are printed: 栃木県岩舟町. */
  fullName: string;
  kana: string;
  kind: GovernmentKind;
  /** Five digits; a prefecture's own code for itself. */
  prefectureCode: string;
  /** ISO days, the first and the last; null where not known or still in force. */
  validFrom: string | null;
  validUntil: string | null;
  /** Codes of the bodies that took over; empty while in force. */
  successors: readonly string[];
}>;

const governments: readonly LocalGovernment[] = readTable();
const byCode = new Map(governments.map((government) => [government.code, government]));
const byKey = Map.groupBy(
  governments.flatMap((government) => keysOf(government).map((key) => ({ key, government }))),
  ({ key }) => key,
);

const extinct = governments.filter(({ successors }) => successors.length > 0);
const KIND_READ = /(?:けん|ふ|と|し|く|まち|ちょう|むら|そん)$/u;
const byReading = Map.groupBy(governments.flatMap(readingsOf), ({ key }) => key);

/** Prefectures and municipalities in the order of their codes, extinct ones included. */
export function allGovernments(): readonly LocalGovernment[] {
  return governments;
}

/** @param code five or six digits, in any width. */
export function findGovernment(code: string): LocalGovernment | undefined {
  const read = parseGovernmentCode(code);
  return read.ok ? byCode.get(read.value) : undefined;
}

export function prefectureOf(government: LocalGovernment): LocalGovernment {
  const prefecture = byCode.get(government.prefectureCode);
  if (prefecture === undefined) throw new Error(`reference data lacks the prefecture ${government.prefectureCode}`);
  return prefecture;
}

/**
 * Every body a printed name may mean: one when it is clear, several for 府中市, none when unknown.
 * @param day ISO day on which the body existed; without it extinct bodies count too.
 */
export function governmentsNamed(text: string, day?: string): readonly LocalGovernment[] {
  const name = text
    .trim()
    .replace(/^(?:日本国?)(?=[^橋])/u, "")
    .replace(/^旧/u, "");
  const found = lookUp(name) ?? lookUp(withoutDistrict(name)) ?? [];
  return day === undefined ? found : found.filter((government) => isInForce(government, day));
}

/** Bodies read so in kana, with or without the word for their kind: あおもり and あおもりし are 青森市, あおもりけん is 青森県. */
export function governmentsRead(kana: string): readonly LocalGovernment[] {
  return /^[ぁ-ゖァ-ヺー]{2,}$/u.test(kana.normalize("NFKC"))
    ? (byReading.get(matchKey(kana)) ?? []).map(({ government }) => government)
    : [];
}

/** Extinct bodies whose agreements this one holds now: 栃木市 holds those of 岩舟町. */
export function predecessorsOf(government: LocalGovernment): readonly LocalGovernment[] {
  return extinct.filter((body) => presentHolders(body).includes(government));
}

export function isInForce({ validFrom, validUntil }: LocalGovernment, day: string): boolean {
  return (validFrom === null || validFrom <= day) && (validUntil === null || day <= validUntil);
}

/** Who holds what a body left, through every later merger: 岩舟町 → 栃木市; a body in force holds its own. */
export function presentHolders(government: LocalGovernment): readonly LocalGovernment[] {
  if (government.successors.length === 0) return [government];
  const next = government.successors.flatMap((code) => byCode.get(code) ?? []);
  return next.flatMap((successor) => presentHolders(successor));
}

function lookUp(name: string): readonly LocalGovernment[] | undefined {
  return byKey.get(matchKey(name))?.map(({ government }) => government);
}

/** 栃木県下都賀郡岩舟町 and 下都賀郡岩舟町 are 岩舟町 of 栃木県 and 岩舟町. */
function withoutDistrict(name: string): string {
  return name.replace(/^([^\s郡]{2,3}[都道府県])?\s*[^\s郡]{1,5}郡(?=.+[町村]$)/u, (_, prefecture = "") => prefecture);
}

function keysOf({ name, fullName }: LocalGovernment): readonly string[] {
  return [...new Set([matchKey(name), matchKey(fullName)])];
}

function readingsOf(government: LocalGovernment) {
  const readings = new Set([government.kana, government.kana.replace(KIND_READ, "")]);
  return [...readings].map((reading) => ({ key: matchKey(reading), government }));
}

function readTable(): readonly LocalGovernment[] {
  const prefectureNames = new Map(table.rows.map(([code = "", name = ""]) => [code, name]));
  return table.rows.map(
    ([code = "", name = "", kana = "", kind = "", validFrom = "", validUntil = "", successors = ""]) => {
      if (!isKind(kind)) throw new Error(`reference data: ${code} has the unknown kind ${kind}`);
      const prefectureCode = prefectureCodeOf(code);
      const fullName = kind === "prefecture" ? name : `${prefectureNames.get(prefectureCode) ?? ""}${name}`;
      return {
        code,
        name,
        fullName,
        kana,
        kind,
        prefectureCode,
        validFrom: validFrom === "" ? null : validFrom,
        validUntil: validUntil === "" ? null : validUntil,
        successors: successors === "" ? [] : successors.split(" "),
      };
    },
  );
}

function isKind(text: string): text is GovernmentKind {
  return (GOVERNMENT_KINDS as readonly string[]).includes(text); // widened only to ask
}
