/** What every page of the office knows of its request, and the frame around it. */
import type { Child } from "hono/jsx";
import { dayInJapan } from "../kernel/calendar.ts";
import type { Actor, RequestContext } from "../platform/index.ts";
import { type Crumb, type Lang, type Office, officeFor, PageFrame, viewDay } from "../ui/index.ts";

export type OfficePage = Readonly<{
  lang: Lang;
  /** Address of the page with its query. */
  path: string;
  actor: Actor;
  office: Office | undefined;
  /** The day it is in Japan. */
  today: string;
}>;

export function officePage(c: RequestContext, now: Date = new Date()): OfficePage {
  const { pathname, search } = new URL(c.req.url);
  const actor = c.get("actor");
  const lang = c.get("lang");
  return { lang, path: `${pathname}${search}`, actor, office: officeFor(actor, lang), today: dayInJapan(now) };
}

export type OfficeFrameProps = Readonly<{
  page: OfficePage;
  title: string;
  /** The way from the home page to here, without this page. */
  way?: readonly Crumb[] | undefined;
  /** Key of the place in the office bar. */
  current?: string | undefined;
  children?: Child;
}>;

export function OfficeFrame({ page, title, way = [], current, children }: OfficeFrameProps) {
  const { lang, path, office } = page;
  const crumbs = [...way, { label: title }];
  return (
    <PageFrame lang={lang} path={path} title={title} current={current} crumbs={crumbs} office={office}>
      <div class="wrap">{children}</div>
    </PageFrame>
  );
}

/** 令和8年11月22日, 22 November 2026. */
export function dayWords(day: string, lang: Lang): string {
  const view = viewDay(day);
  return lang === "ja" ? view.wareki : view.english;
}

/** The day of an instant (ISO 8601) where offices count theirs: before nine in the morning it is not UTC's. */
export function dayOfInstant(instant: string, lang: Lang): string {
  return dayWords(dayInJapan(new Date(instant)), lang);
}
