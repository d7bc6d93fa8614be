/**
 * For each leaf of what is stored, the field that edits it and what it becomes: a new fact without a field fails here.
 * The field has to stand on the page, and what is typed into it has to arrive.
 */
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { submittedForm } from "../../../../test/support/sent-form.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { programmeFactsSchema, yearEntrySchema } from "../../programme-schema.ts";
import type { YearEntry } from "../../programme-year.ts";
import { aCount, aDate, aFigure, anEntry, anEvent, aProgramme } from "../../testing/programme-facts.ts";
import { EntryPage } from "./entry-form.tsx";
import { inputOfEntry, readEntryInput, withRows } from "./entry-input.ts";
import { FactsPage } from "./facts-form.tsx";
import { inputOfFacts, readFactsInput, withFactRows } from "./facts-input.ts";
import { readEntry } from "./read-entry.ts";
import { readFacts } from "./read-facts.ts";

/** Name of the control, what is typed, and what the leaf then is. */
type Edit = readonly [field: string, typed: string, becomes: unknown];

/** One wording gives all of a date: era and western year that disagree are both kept. */
const dateEdits = (path: string, field: string): Readonly<Record<string, Edit>> => ({
  [`${path}.asPrinted`]: [field, "令和５年８月２日", "令和５年８月２日"],
  [`${path}.date`]: [field, "令和5年8月2日", "2023-08-02"],
  [`${path}.from`]: [field, "令和5年8月2日～5日", "2023-08-02"],
  [`${path}.to`]: [field, "令和5年8月2日～5日", "2023-08-05"],
  [`${path}.precision`]: [field, "令和5年8月", "month"],
  [`${path}.conflict.eraYear`]: [field, "令和5（2022）年8月", "2023"],
  [`${path}.conflict.westernYear`]: [field, "令和5（2022）年8月", "2022"],
});

const ENTRY_EDITS: Readonly<Record<string, Edit>> = {
  status: ["status", "partly_held", "partly_held"],
  reasonAsPrinted: ["reasonAsPrinted", "台風のため一部中止", "台風のため一部中止"],
  "items[].mark": ["items.0.mark", "⑴", "⑴"],
  "items[].level": ["items.0.level", "2", 2],
  "items[].label": ["items.0.label", "商談会", "商談会"],
  "items[].status": ["items.0.status", "cancelled", "cancelled"],
  "items[].reasonAsPrinted": ["items.0.reason", "感染症のため", "感染症のため"],
  "items[].text": ["items.0.text", "一行目\n二行目", "一行目\n二行目"],
  "items[].post.title": ["posts.0.title", "国際交流員", "国際交流員"],
  "items[].post.nationality": ["posts.0.nationality", "韓国", "韓国"],
  "items[].post.country": ["posts.0.country", "フランス", "FR"],
  "items[].post.status": ["posts.0.status", "not_arrived", "not_arrived"],
  "items[].post.yearOfService": ["posts.0.yearOfService", "３年目", 3],
  ...dateEdits("items[].post.since", "posts.0.since"),
  "items[].post.reasonAsPrinted": ["posts.0.reason", "辞退のため未着任", "辞退のため未着任"],
  "events[].name": ["events.0.name", "第10回交流会議", "第10回交流会議"],
  "events[].edition": ["events.0.edition", "11", 11],
  ...dateEdits("events[].date", "events.0.date"),
  "events[].place": ["events.0.place", "香港", "香港"],
  "events[].status": ["events.0.status", "held_in_writing", "held_in_writing"],
  "events[].direction": ["events.0.direction", "sent", "sent"],
  "events[].related": ["events.0.related", "商談会\n県産品フェア", ["商談会", "県産品フェア"]],
  "events[].item": ["events.0.item", "b0", "視察"],
  "events[].isEstimate": ["events.0.estimate", "yes", true],
  "quantities[].label": ["quantities.0.label", "来館者", "来館者"],
  "quantities[].value": ["quantities.0.value", "１２，３３０", 12_330],
  "quantities[].range.from": ["quantities.0.value", "10～20", 10],
  "quantities[].range.to": ["quantities.0.value", "10～20", 20],
  "quantities[].unit": ["quantities.0.unit", "人", "人"],
  "quantities[].isApproximate": ["quantities.0.approximate", "yes", true],
  ...dateEdits("quantities[].asOf", "quantities.0.asOf"),
  ...dateEdits("quantities[].period", "quantities.0.period"),
  "quantities[].subsetOf": ["quantities.0.subsetOf", "b1", "全体"],
  "quantities[].plan": ["quantities.0.plan", "plan", true],
  "quantities[].item": ["quantities.0.item", "b0", "視察"],
  "quantities[].asPrinted": ["quantities.0.asPrinted", "百名（うち女性４０名）", "百名（うち女性４０名）"],
  "people[].direction": ["people.0.direction", "sent", "sent"],
  "people[].label": ["people.0.label", "研修員", "研修員"],
  "people[].place": ["people.0.place", "ペルー", "ペルー"],
  "people[].country": ["people.0.country", "韓国", "KR"],
  "people[].count": ["people.0.count", "７名", 7],
  "people[].plan": ["people.0.plan", "plan", true],
  "people[].asPrinted": ["people.0.asPrinted", "ブラジル２名", "ブラジル２名"],
  "budget.plannedYen": ["planned", "1,200,000円", 1_200_000],
  "budget.settledYen": ["settled", "９８７千円", 987_000],
  "budget.sources[].name": ["sources.0.name", "国庫補助金", "国庫補助金"],
  "budget.sources[].amountYen": ["sources.0.amount", "400,000", 400_000],
  "budget.asPrinted": ["budgetAsPrinted", "予算額　1,000千円", ["予算額　1,000千円"]],
  notes: ["notes", "※1 速報値\n※2 確定値", ["※1 速報値", "※2 確定値"]],
  text: ["text", "会議を開催した。\n　来場者は多かった。", "会議を開催した。\n　来場者は多かった。"],
};

/** Chosen by the address of the form. */
const BY_ADDRESS = ["fiscalYear", "column"];
/** Where it stood in the document it was read from: nobody types that, and it stays. */
const KEPT = ["lines"];

const entry = anEntry(2023, {
  items: [
    { mark: null, level: 1, label: "視察", status: "held", reasonAsPrinted: null, text: "", post: null },
    {
      ...{ mark: "・", level: 1, label: "英国籍CIR", status: "new", reasonAsPrinted: null, text: "" },
      post: {
        ...{ title: "CIR", nationality: "英国", country: "GB", status: "new", yearOfService: 1 },
        ...{ since: aDate("令和5年4月1日"), reasonAsPrinted: null },
      },
    },
  ],
  events: [anEvent({ name: "交流会議", edition: null })],
  quantities: [aFigure("利用者", 100), aFigure("全体", 90_000)],
  people: [aCount(2)],
  budget: { plannedYen: 1, settledYen: 2, sources: [{ name: "県費", amountYen: 3 }], asPrinted: [] },
});

const page = { lang: "ja", path: "/", office: undefined, canEdit: true, canReadWork: true } as const;

function editEntry([field, typed]: Edit): YearEntry {
  const own = { id: "P000001", title: "会議", fiscalYear: 2023, column: "result", isSaved: true } as const;
  const input = withRows(inputOfEntry(entry, 1, "", "ja"), entry);
  const html = String(<EntryPage page={page} {...own} input={input} />);
  const read = readEntry(readEntryInput(withTyped(html, field, typed)), {
    ...{ base: entry, facts: aProgramme({ years: [entry] }), lang: "ja" },
  });
  expect(read.problems).toEqual([]);
  return read.entry;
}

const FACT_EDITS: Readonly<Record<string, Edit>> = {
  number: ["number", "１２", 12],
  title: ["title", "新しい名前", "新しい名前"],
  parentTitle: ["parentTitle", "海外技術協力等推進事業", "海外技術協力等推進事業"],
  titleNote: ["titleNote", "旧 青年の船", "旧 青年の船"],
  "startFiscalYear.asPrinted": ["start", "昭和６０年度", "昭和６０年度"],
  "startFiscalYear.fiscalYear": ["start", "昭和60年度", 1985],
  section: ["section", "国際交流課", "国際交流課"],
  overview: ["overview", "一行目\n二行目", "一行目\n二行目"],
  "recurrence.everyYears": ["recurrence", "3年ごとに開催", 3],
  "recurrence.isAlternating": ["recurrence", "２年ごとに交互の地で開催", true],
  "recurrence.asPrinted": ["recurrence", "２年ごとに交互の地で開催", "２年ごとに交互の地で開催"],
  "operator.name": ["operator", "国際交流協会", "国際交流協会"],
  "operator.kind": ["operatorKind", "contractor", "contractor"],
  "operator.asPrinted": ["operatorAsPrinted", "みどり財団（指定管理者）", "みどり財団（指定管理者）"],
  fields: ["fields", "⑤", ["⑤"]],
  "partners[].name": ["partners.0.name", "全羅北道", "全羅北道"],
  "partners[].formerName": ["partners.0.formerName", "旧香港", "旧香港"],
  "partners[].country": ["partners.0.country", "中国", "CN"],
  agreementIds: ["agreementIds", "A000007\nＡ０００００８", ["A000007", "A000008"]],
  "relations[].kind": ["relations.0.kind", "renewed", "renewed"],
  ...dateEdits("relations[].date", "relations.0.date"),
  "relations[].text": ["relations.0.text", "協定を更新", "協定を更新"],
};

const facts = aProgramme({
  operator: { name: "みどり財団", kind: "designated_manager", asPrinted: "みどり財団" },
  relations: [{ kind: "signed", date: aDate("平成2年10月"), text: "協定を締結" }],
});

function editFacts([field, typed]: Edit): ProgrammeFacts {
  const input = withFactRows(inputOfFacts(facts, 1, "46000", "ja"));
  const html = String(<FactsPage page={page} record={{ id: "P000001", title: "会議" }} input={input} />);
  const read = readFacts(readFactsInput(withTyped(html, field, typed)), {
    ...{ base: facts, saved: facts, partners: [], lang: "ja" },
  });
  expect(read.problems).toEqual([]);
  return read.facts;
}

/** The form as it stands on the page, with one field filled anew. */
function withTyped(html: string, field: string, typed: string): FormData {
  expect(html).toMatch(new RegExp(`(?:input|select|textarea) [^>]*name="${field.replaceAll(".", "\\.")}"`, "u"));
  const sent = new FormData();
  for (const [name, value] of submittedForm(html)) {
    if (name !== field) sent.append(name, value);
  }
  sent.append(field, typed);
  return sent;
}

type Schema = Readonly<{
  properties?: Readonly<Record<string, Schema>>;
  items?: Schema;
  anyOf?: readonly Schema[];
  type?: string;
}>;

/** Paths of the leaves: `events[].date.from`. Lists of plain values are leaves themselves. */
function leavesOf(schema: Schema, path: string): readonly string[] {
  const inner = schema.anyOf?.find(({ type }) => type === "object" || type === "array") ?? schema;
  if (inner.properties !== undefined) {
    return Object.entries(inner.properties).flatMap(([name, part]) =>
      leavesOf(part, path === "" ? name : `${path}.${name}`),
    );
  }
  return inner.items?.properties === undefined ? [path] : leavesOf(inner.items, `${path}[]`);
}

const entryLeaves = leavesOf(z.toJSONSchema(yearEntrySchema) as Schema, "");
const factLeaves = leavesOf(z.toJSONSchema(programmeFactsSchema) as Schema, "").filter(
  (path) => !path.startsWith("years[]"),
);

function leafOf(value: unknown, path: string, isPost: boolean): unknown {
  return path.split(/\[\]\.|\./u).reduce((at: unknown, name) => {
    const one = Array.isArray(at) ? at[isPost ? at.length - 1 : 0] : at;
    return (one as Readonly<Record<string, unknown>>)[name];
  }, value);
}

describe("every fact that is stored has a field that edits it", () => {
  test("in a year", () => {
    expect(entryLeaves.length).toBeGreaterThan(70);
    expect([...Object.keys(ENTRY_EDITS), ...BY_ADDRESS, ...KEPT].toSorted()).toEqual(entryLeaves.toSorted());
  });

  test("of a programme itself", () => {
    expect(Object.keys(FACT_EDITS).toSorted()).toEqual(factLeaves.toSorted());
  });
});

describe("what is typed arrives", () => {
  test.each(Object.entries(ENTRY_EDITS))("%s", (path, edit) => {
    const isPost = path.startsWith("items[].post");
    expect(leafOf(editEntry(edit), path, isPost)).toEqual(edit[2]);
  });

  test.each(Object.entries(FACT_EDITS))("%s", (path, edit) => {
    expect(leafOf(editFacts(edit), path, false)).toEqual(edit[2]);
  });
});
