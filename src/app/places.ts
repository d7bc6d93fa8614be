/** The menus: places that exist, in the order of the work, each for those who may use it. Later slices add theirs here. */
import { intakeOfficePlaces } from "../intake/index.ts";
import { type Action, type Actor, isPermittedSomewhere } from "../platform/index.ts";
import { PORTAL_PLACES } from "../portal/index.ts";
import type { Place } from "../ui/index.ts";

type Worker = Parameters<NonNullable<Place["isFor"]>>[0];

/** Whoever may do one of these somewhere. */
function whoMay(...actions: readonly Action[]): (worker: Worker) => boolean {
  // the workers that pages name are this application's actors
  return (worker) => actions.some((action) => isPermittedSomewhere(worker as Actor, action));
}

const whoIs =
  (kind: Worker["kind"]) =>
  (worker: Worker): boolean =>
    worker.kind === kind;

const publicPlaces: readonly Place[] = [
  { key: "agreements", href: "/agreements", label: { ja: "提携・協定", en: "Agreements" }, group: "search" },
  { key: "programmes", href: "/programmes", label: { ja: "事業", en: "Programmes" }, group: "search" },
  { key: "tables", href: "/tables/by-field", label: { ja: "集計表", en: "Cross tables" }, group: "count" },
  { key: "data", href: "/data", label: { ja: "データ", en: "Data" }, group: "count" },
  ...PORTAL_PLACES,
  {
    key: "sign-in",
    href: "/sign-in",
    label: { ja: "サインイン", en: "Sign in" },
    group: "site",
    isFor: whoIs("public"),
  },
];

const office = (key: string, href: string, ja: string, en: string, rest: Partial<Place> = {}): Place => ({
  ...{ key, href, label: { ja, en }, group: "office" },
  ...rest,
});

const officePlaces: readonly Place[] = [
  office("today", "/today", "今日の仕事", "Today's work", { isFor: whoIs("member") }),
  office("drafts", "/agreements/drafts", "作業中の記録", "Records in work", {
    isFor: whoMay("agreement.read_unpublished"),
  }),
  ...intakeOfficePlaces.map((place) => ({ ...place, isFor: whoMay("import.work") })),
  office("new-agreement", "/agreements/new", "新しい提携・協定", "New agreement", { isFor: whoMay("agreement.edit") }),
  office("new-programme", "/programmes/new", "新しい事業", "New programme", { isFor: whoMay("programme.edit") }),
  office("checklist", "/programmes/checklist", "事業の入力の確認", "Programme checklist", {
    isFor: whoMay("programme.edit", "programme.approve"),
  }),
  office("programme-grid", "/programmes/grid", "事業を表でまとめて直す", "Edit programmes in a table", {
    isFor: whoMay("programme.edit"),
    footOnly: true,
  }),
  office("programme-workbook", "/programmes/workbook", "事業をExcelの記入表で直す", "Programmes in an Excel workbook", {
    isFor: whoMay("programme.edit"),
    footOnly: true,
  }),
  office("programme-order", "/programmes/order", "報告書の順番", "Order in the report", {
    isFor: whoMay("programme.edit"),
    footOnly: true,
  }),
  office("roll-forward", "/programmes/roll-forward", "事業を新しい年度に進める", "Roll programmes forward", {
    isFor: whoMay("programme.edit"),
    footOnly: true,
  }),
  office("bodies", "/bodies", "団体と職員", "Bodies and people", { isFor: whoMay("member.read") }),
  office("audit", "/audit", "監査記録", "Audit", { isFor: whoMay("audit.read") }),
  office("jobs", "/jobs", "自動処理とバックアップ", "Automatic work and backups", { isFor: whoMay("job.manage") }),
  office("outbox", "/outbox", "送信箱", "Outbox", { isFor: whoMay("job.manage"), footOnly: true }),
  office("exports", "/exports", "大きなファイル", "Large files", { footOnly: true }),
  office("permissions", "/permissions", "役割と権限", "Roles and permissions", { footOnly: true }),
  office("operator", "/operator", "編集を終える", "Stop editing", { isFor: whoIs("operator") }),
];

export const places: readonly Place[] = [...publicPlaces, ...officePlaces];
