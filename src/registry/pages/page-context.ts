/** What every page of the registry knows of its request: language, address, who works here, and today. */
import { dayInJapan } from "../../kernel/calendar.ts";
import { type Database, isPermittedSomewhere, type RequestContext, type Tx } from "../../platform/index.ts";
import { type Lang, type Office, officeFor } from "../../ui/index.ts";

export type PageContext = Readonly<{
  lang: Lang;
  /** Address of the page with its query. */
  path: string;
  office: Office | undefined;
  canEdit: boolean;
}>;

/** What another slice keeps that rests on an agreement. */
export type LinkedRecord = Readonly<{ /** Japanese address. */ href: string; title: string; note: string | null }>;
/** Runs in the reader's transaction, so it tells nothing the reader may not know. */
export type LinkedRecords = Readonly<{
  title: (lang: Lang) => string;
  list: (tx: Tx, agreementId: string, lang: Lang) => Promise<readonly LinkedRecord[]>;
}>;

/** A file in each of the forms it can be had in. */
export type FileRow = Readonly<{ label: string; files: readonly Readonly<{ kind: string; href: string }>[] }>;
/** What another slice publishes, on the page of open data; counted for the public. */
export type OpenData = Readonly<{
  id: string;
  describe: (
    tx: Tx,
    lang: Lang,
  ) => Promise<
    Readonly<{
      title: string;
      text: string;
      files: readonly FileRow[];
      /** Where the same data can be had under criteria. */
      list: Readonly<{ text: string; label: string; href: string }>;
    }>
  >;
}>;

export type RouteParts = Readonly<{
  database: Database;
  /** Offered by later slices and composed by the application. */
  linked?: LinkedRecords;
  openData?: readonly OpenData[];
}>;

export function pageContext(c: RequestContext): PageContext {
  const { pathname, search } = new URL(c.req.url);
  const actor = c.get("actor");
  const lang = c.get("lang");
  return {
    lang,
    path: `${pathname}${search}`,
    office: officeFor(actor, lang),
    canEdit: isPermittedSomewhere(actor, "agreement.edit"),
  };
}

/** The day in Japan, where the records' dates are. */
export function todayInJapan(now: Date = new Date()): string {
  return dayInJapan(now);
}
