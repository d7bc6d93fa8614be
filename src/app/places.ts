/** The menu: places that exist, in the order of the work. Later slices add theirs here. */
import { intakeOfficePlaces } from "../intake/index.ts";
import { type Actor, isPermittedSomewhere } from "../platform/index.ts";
import { PORTAL_PLACES } from "../portal/index.ts";
import type { Place } from "../ui/index.ts";

export const places: readonly Place[] = [
  { key: "agreements", href: "/agreements", label: { ja: "提携・協定", en: "Agreements" }, group: "search" },
  { key: "tables", href: "/tables/by-field", label: { ja: "集計表", en: "Cross tables" }, group: "count" },
  { key: "data", href: "/data", label: { ja: "データ", en: "Data" }, group: "count" },
  ...PORTAL_PLACES,
  { key: "sign-in", href: "/sign-in", label: { ja: "サインイン", en: "Sign in" }, group: "site" },
];

export const officePlaces: readonly Place[] = [
  { key: "today", href: "/today", label: { ja: "今日の仕事", en: "Today's work" }, group: "site", audience: "member" },
  ...intakeOfficePlaces,
  {
    key: "new-agreement",
    href: "/agreements/new",
    label: { ja: "新しい提携・協定", en: "New agreement" },
    group: "site",
  },
  { key: "bodies", href: "/bodies", label: { ja: "団体と職員", en: "Bodies and people" }, group: "site" },
  { key: "exports", href: "/exports", label: { ja: "大きなファイル", en: "Large files" }, group: "site" },
  {
    key: "audit",
    href: "/audit",
    label: { ja: "監査記録", en: "Audit" },
    group: "site",
    isFor: (worker) => isPermittedSomewhere(worker as Actor, "audit.read"), // the application's workers are its actors
  },
  {
    key: "jobs",
    href: "/jobs",
    label: { ja: "自動処理とバックアップ", en: "Automatic work and backups" },
    group: "site",
    isFor: (worker) => isPermittedSomewhere(worker as Actor, "job.manage"), // as above
  },
  { key: "permissions", href: "/permissions", label: { ja: "役割と権限", en: "Roles and permissions" }, group: "site" },
  {
    key: "account",
    href: "/account",
    label: { ja: "アカウント", en: "Account" },
    group: "site",
    audience: "member",
  },
  {
    key: "operator",
    href: "/operator",
    label: { ja: "編集を終える", en: "Stop editing" },
    group: "site",
    audience: "operator",
  },
];
