/** Words of the English edition of the annual report. */
import { columnWords, programmeWords } from "../messages.en.ts";
import type { ReportWords } from "./messages.ja.ts";

const yearName = (fiscalYear: number) => `FY${fiscalYear}`;

export const reportWords: ReportWords = {
  programme: programmeWords,
  title: (fiscalYear) =>
    `International exchange programmes: results of FY${fiscalYear - 1} and plan of FY${fiscalYear}`,
  appendix: "Tables, and differences from the report of the year before",
  countedFrom: (programmes) =>
    `Counted from the records of the ${programmes} programmes of this report. What was not entered is marked "not stated".`,
  tables: {
    statuses: "Status of programmes",
    events: "Events by month",
    people: "People sent and received by country",
    budget: "Budget and settled amount",
    differences: "Differences from the report of the year before",
  },
  captions: {
    ...{ events: "Number of events", people: "Number of people" },
    ...{ changes: "Changes of status", figures: "Figures compared" },
  },
  year: yearName,
  yearColumn: (fiscalYear, column) => `${yearName(fiscalYear)} ${columnWords[column]}`,
  notStated: "not stated",
  nothing: {
    events: "No events stated.",
    people: "No numbers of people stated.",
    budget: "No amounts stated.",
    figures: "No figures stated.",
    changes: "No programme began, ended or changed its status.",
  },
  header: {
    ...{ number: "No.", title: "Programme", start: "Since", status: "Status", programmes: "Programmes" },
    ...{ reason: "Reason as printed", month: "Month", date: "Date", name: "Event", place: "Place" },
    ...{ direction: "Sent or received", country: "Country", people: "People", planned: "Budget", settled: "Settled" },
    ...{ change: "Difference", before: "Year before", after: "This year", figure: "Figure", difference: "Change" },
    year: "Year",
  },
  monthOf: (month) =>
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month - 1] ?? "",
  withoutMonth: "Month not stated",
  eventCount: (count) => `${count}`,
  persons: (count) => count.toLocaleString("en"),
  yen: (amount) => `JPY ${amount.toLocaleString("en")}`,
  total: "Total",
  totalOf: (stated, all) => `Total (of ${stated} programmes stated, ${all} in all)`,
  countryUnknown: "Country not stated",
  includesPlan: "includes plans",
  eventsCounted:
    "Events that did not take place and estimated dates are not counted. A year without a result is counted from its plan.",
  peopleCounted: 'A year without a result is counted from its plan and marked "includes plans".',
  changes: {
    started: "New programme",
    notBefore: "nothing stated for the year before",
    ended: "Nothing stated for this year",
    status: "Change of status",
    fromPlan: "Other than planned",
  },
  approximately: "about ",
};
