/** Reports of other offices and years, invented; what each has to give is stated by hand in the file `.expected` beside it. */
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readSource } from "../../documents/read-source.ts";
import type { Partner, ProgrammeRecord } from "../programme.ts";
import type { YearEntry, YearEvent, YearItem, YearQuantity } from "../programme-year.ts";
import { readProgrammeReport, recogniseProgrammeReport } from "./programme-report.ts";

const FOLDER = resolve(import.meta.dirname, "../../../test/fixtures/programme-report/other-offices");
const files = readdirSync(FOLDER).filter((name) => !name.endsWith(".expected"));
const expectedOf = (name: string) =>
  [`${name}.expected`, name.replace(/\.\w+$/u, ".expected")].flatMap((one) => {
    const isThere = readdirSync(FOLDER).includes(one);
    return isThere ? [readFileSync(resolve(FOLDER, one), "utf8").trimEnd().split("\n")] : [];
  })[0] ?? [];

const orDash = (text: string | number | null | undefined) => (text === null || text === undefined ? "-" : `${text}`);

function partnerLine({ name, formerName, country }: Partner): string {
  return `${name}${formerName === null ? "" : `（旧${formerName}）`} ${orDash(country)}`;
}

function itemLine({ label, status, reasonAsPrinted, post }: YearItem): string {
  const since = post?.since === null || post?.since === undefined ? "" : ` ${post.since.date}`;
  const of = post === null ? "" : ` [${post.nationality} ${orDash(post.yearOfService)}${since}]`;
  return `  項目 ${label} ${status}${reasonAsPrinted === null ? "" : ` 理由: ${reasonAsPrinted}`}${of}`;
}

function eventLine({ name, date, place, status }: YearEvent): string {
  return `  行事 ${name} ${date === null ? "-" : `${date.from}..${date.to}`} @${orDash(place)} ${status}`;
}

function quantityLine({ label, value, range, unit, isApproximate, asOf, subsetOf }: YearQuantity): string {
  const amount = range === null ? `${value}` : `${range.from ?? ""}~${range.to ?? ""}`;
  const rest = [isApproximate ? " 約" : "", asOf === null ? "" : ` ${asOf.date}現在`, subsetOf && ` <${subsetOf}`];
  return `  数 ${label} ${amount}${unit ?? ""}${rest.map((one) => one ?? "").join("")}`;
}

function yearLines(entry: YearEntry): readonly string[] {
  const { fiscalYear, column, status, reasonAsPrinted: reason, items, events, quantities, people } = entry;
  return [
    ` ${fiscalYear} ${column} ${status}${reason === null || items.length > 0 ? "" : ` 理由: ${reason}`}`,
    ...items.map(itemLine),
    ...events.map(eventLine),
    ...quantities.map(quantityLine),
    ...people.map(
      ({ direction, place, country, count }) =>
        `  人 ${orDash(direction)} ${orDash(place)} ${orDash(country)} ${count}`,
    ),
  ];
}

function recordLines({ number, title, parentTitle, startFiscalYear, partners, years, relations }: ProgrammeRecord) {
  const named = partners.length === 0 ? "-" : partners.map(partnerLine).join(", ");
  return [
    [number, title, parentTitle, startFiscalYear?.fiscalYear].map(orDash).concat(named).join("|"),
    ...years.flatMap(yearLines),
    ...relations.map(({ kind, date }) => ` 経緯 ${kind} ${orDash(date?.date)}`),
  ];
}

/** The numbers of a year have no order of their own; gaps inside a label say nothing. */
function inOrder(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  for (const line of lines.map((one) => one.replace(/(?<=\S) +/gu, " "))) {
    if (line.startsWith("  ") && blocks.length > 0) blocks.at(-1)?.push(line);
    else blocks.push([line]);
  }
  return blocks.flatMap(([head = "", ...rest]) => [head, ...rest.toSorted()]);
}

describe("a report of another office", () => {
  it.each(files)("%s gives what was stated by hand", async (name) => {
    const source = await readSource({ name, bytes: new Uint8Array(readFileSync(resolve(FOLDER, name))) });
    if (!source.ok) throw new Error(source.problem.code);
    expect(recogniseProgrammeReport(source.value)).toBeGreaterThanOrEqual(0.9);
    const { drafts, findings } = readProgrammeReport(source.value);
    const said = findings.map(({ severity, code, at }) => `! ${severity} ${code} ${at.line}`);
    expect(inOrder([...drafts.flatMap(recordLines), ...said])).toEqual(inOrder(expectedOf(name)));
  });
});
