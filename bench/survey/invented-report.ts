/**
 * A survey report in the shape of the published ones, from invented agreements: tables, contents, then one sheet for
 * each listing in the order of the fields. Its numbers agree with its sheets, so that a reading finds little to say.
 */
import { countryKana, countryName } from "../../src/kernel/country.ts";
import { formatTally } from "../../src/kernel/tally.ts";
import { type AgreementFacts, isOneToOne } from "../../src/registry/agreement.ts";
import {
  COLUMNS,
  type CrossTable,
  type ListingFact,
  tabulateByCountry,
  tabulateByField,
} from "../../src/registry/cross-table.ts";
import { FIELDS, type Field, fieldName } from "../../src/registry/field.ts";
import { allGovernments } from "../../src/registry/reference/local-governments.ts";
import { inventAgreement } from "../data/invented-agreement.ts";
import {
  inventActivities,
  inventBackground,
  inventOutcomes,
  inventPlaces,
  inventTopic,
} from "../data/invented-names.ts";
import { type Random, seededRandom } from "../data/seeded-random.ts";

type Sheet = Readonly<{ facts: AgreementFacts; relisted: boolean }>;

/** @returns UTF-8 text with exactly so many sheets, about 1.85 kB each. */
export function inventReport(sheetCount: number): string {
  const agreements = inventAgreements(seededRandom(1977), sheetCount);
  const facts = agreements.flatMap(listingFacts);
  const label = (country: string) => ({ label: countryName(country, "ja"), kana: countryKana(country) });
  return [
    "特定分野における提携・協定等に関する調査結果（性能測定のための見本）\n\n１　調査の概要\n\n令和6年4月",
    `【分野別の提携件数】\n\n${printTable(tabulateByField(facts, "2024-04"))}`,
    `【国・地域別の提携等の件数】\n\n${printTable(tabulateByCountry(facts, "2024-04", label))}`,
    "※「()」内の数字は内書で再掲数。\n\n4 調査結果",
    ...FIELDS.map((field) => printContents(field, sheetsOf(field, agreements))),
    ...FIELDS.flatMap((field) => [fieldName(field), ...sheetsOf(field, agreements).map(printSheet)]),
  ].join("\n\n");
}

/** As many agreements as fill the sheets; the last one is cut to fit. */
function inventAgreements(random: Random, sheetCount: number): readonly AgreementFacts[] {
  const setting = {
    governments: allGovernments()
      .filter(({ validUntil }) => validUntil === null)
      .map(({ fullName, code }) => ({ name: fullName, governmentCode: code })),
    places: inventPlaces(random, 400),
  };
  const made: AgreementFacts[] = [];
  for (let left = sheetCount; left > 0; ) {
    const facts = inventAgreement(random, setting);
    const number = made.length + 1;
    const listings = FIELDS.filter((field) => facts.listings.slice(0, left).includes(field)); // main field first
    made.push({ ...facts, title: `${facts.title}（第${number}号）`, listings, ...longTexts(random, number) });
    left -= listings.length;
  }
  return made;
}

/** Every paragraph names its agreement, since the same paragraph in two sheets is a finding. */
function longTexts(random: Random, number: number): Pick<AgreementFacts, "background" | "activities" | "outcomes"> {
  const several = (make: () => string, count: number) =>
    Array.from({ length: count }, (_, at) => `第${number}号の${at + 1}、${make()}`).join("\n");
  return {
    background: several(() => inventBackground(random, inventTopic(random)), 3),
    activities: several(() => inventActivities(random).replaceAll("\n", `（第${number}号）\n`), 2),
    outcomes: several(() => inventOutcomes(random), 2),
  };
}

function listingFacts(facts: AgreementFacts): readonly ListingFact[] {
  const countries = [...new Set(facts.foreign.flatMap(({ country }) => country ?? []))];
  return facts.listings.map((field, at) => ({ field, relisted: at > 0, oneToOne: isOneToOne(facts), countries }));
}

function sheetsOf(field: Field, agreements: readonly AgreementFacts[]): readonly Sheet[] {
  return agreements
    .filter(({ listings }) => listings.includes(field))
    .map((facts) => ({ facts, relisted: facts.listings[0] !== field }));
}

function printTable({ table, rows }: CrossTable): string {
  const before = table === "by-country" ? "順	国・地域名" : "";
  const heading = [before, ...COLUMNS.map((column) => (column === "合計" ? column : fieldName(column)))].join("\t");
  const printed = rows.map(({ rank, label, cells }) => {
    const first = table === "by-country" ? `${rank ?? ""}\t${label}` : label;
    return [first, ...COLUMNS.map((column) => (cells[column].n === 0 ? "" : formatTally(cells[column])))].join("\t");
  });
  return [heading, ...printed].join("\n");
}

function printContents(field: Field, sheets: readonly Sheet[]): string {
  const entries = sheets.map(({ facts, relisted }, at) => {
    const parties = `${abroad(facts)}－${inJapan(facts)}`;
    return `${at + 1}. ${parties} 「${facts.title}」${relisted ? "【再掲】" : ""}\t${at + 3}`;
  });
  return `${fieldName(field)}\n\n${entries.join("\n")}`;
}

const inJapan = ({ japan }: AgreementFacts) => japan.map(({ name }) => name).join("、");
const abroad = ({ foreign }: AgreementFacts) => foreign.map(({ name }) => name).join("、");

function printSheet({ facts, relisted }: Sheet, at: number): string {
  const dates = facts.dates.map(({ asPrinted, role }) => (role === "renewed" ? `（更新：${asPrinted}）` : asPrinted));
  return [
    `${at + 1}. ${facts.title}${relisted ? "【再掲】" : ""}`,
    `(1) 自治体名\n\n日本の自治体\t${inJapan(facts)}\n海外の自治体\t${abroad(facts)}`,
    `(2) 提携年月日\n\n${dates.length > 0 ? dates.join("\n") : "--"}`,
    `(3) 提携に至った経緯\n\n${facts.background ?? "--"}`,
    `(4) 提携後の取組内容\n\n${facts.activities ?? "--"}`,
    `(5) 取組による成果・課題等\n\n${facts.outcomes ?? "--"}`,
    `(6) 取組を紹介しているホームページのURL\n\n${facts.urls.length > 0 ? facts.urls.join("\n") : "--"}`,
    `(7) 問い合わせ先（担当課）\n\n担当部署名\t${facts.departments.join("、")}\n電話番号\t${facts.phones.join(" ")}\t電子メール\t`,
  ].join("\n\n");
}
