/** `/audit`: the audit of what the reader covers; a page for each event; roles on a day; all of it as a file. */
import { Hono } from "hono";
import { csvRows } from "../../documents/writers/csv.ts";
import { parsePartialDate } from "../../kernel/partial-date.ts";
import { type Database, isPermitted, marksOfBody, type RequestContext, type RequestEnv } from "../../platform/index.ts";
import { renderPage } from "../../ui/index.ts";
import { findBody } from "../bodies/body-store.ts";
import { officePage } from "../office-page.tsx";
import { refusePage, requirePermission } from "../require-permission.tsx";
import { criteriaFromParameters } from "./audit-criteria.ts";
import { dayOf } from "./audit-event.ts";
import { auditColumns } from "./audit-file.ts";
import type { AuditRecords } from "./audit-records.ts";
import {
  auditEventsForExport,
  bodiesToRead,
  countAuditEvents,
  findAuditEvent,
  findCandidates,
  listAuditEvents,
  listEventsAfterDay,
} from "./audit-store.ts";
import { settingsBefore } from "./body-on-day.ts";
import { changesOf } from "./event-changes.ts";
import { lookUp } from "./look-up.ts";
import { AuditPage, PAGE_SIZE } from "./pages/audit-page.tsx";
import { EventPage } from "./pages/event-page.tsx";
import { RolesPage } from "./pages/roles-page.tsx";
import { rolesOnDay } from "./roles-on-day-store.ts";
import { auditWords } from "./words.ts";

/** `records`: what the slices tell of their own records, composed by the application. */
export type AuditParts = Readonly<{ database: Database; records: readonly AuditRecords[] }>;

const EVENT_KEY = /^[0-9]{1,18}$/u;

export function auditRoutes(parts: AuditParts): Hono<RequestEnv> {
  const routes = new Hono<RequestEnv>();
  for (const path of ["/audit", "/audit.csv", "/audit/*"]) routes.use(path, requirePermission("audit.read"));
  routes.get("/audit", (c) => showList(c, parts));
  routes.get("/audit.csv", (c) => sendFile(c, parts));
  routes.get("/audit/roles", (c) => showRoles(c, parts));
  routes.get("/audit/:event{[0-9]{1,18}}", (c) => showEvent(c, parts));
  return routes;
}

async function showList(c: RequestContext, { database, records }: AuditParts): Promise<Response> {
  const { searchParams } = new URL(c.req.url);
  const { criteria, unreadable } = criteriaFromParameters(searchParams);
  const key = (name: "after" | "before") => {
    const text = searchParams.get(name) ?? "";
    return EVENT_KEY.test(text) ? { [name]: text } : {};
  };
  const read = await database.read(c.get("actor"), async (tx) => {
    const among = await findCandidates(tx, criteria, c.get("actor"));
    const events = await listAuditEvents(tx, criteria, { ...key("after"), ...key("before"), among }, PAGE_SIZE);
    return { events, known: await lookUp(tx, events.events, records, c.get("lang")), bodies: await bodiesToRead(tx) };
  });
  const typed = { from: searchParams.get("from") ?? "", to: searchParams.get("to") ?? "", unreadable };
  return renderPage(c, <AuditPage page={officePage(c)} criteria={criteria} typed={typed} {...read} />);
}

async function sendFile(c: RequestContext, { database }: AuditParts): Promise<Response> {
  const actor = c.get("actor");
  const lang = c.get("lang");
  const { criteria } = criteriaFromParameters(new URL(c.req.url).searchParams);
  const { among, records } = await database.read(actor, async (tx) => {
    const candidates = await findCandidates(tx, criteria, actor);
    return { among: candidates, records: await countAuditEvents(tx, criteria, candidates) };
  });
  c.set("exportedRecords", records);
  const rows = database.stream(actor, (tx) => auditEventsForExport(tx, criteria, among));
  const name = encodeURIComponent(`${auditWords(lang).csv.fileName}.csv`);
  c.header("Content-Type", "text/csv; charset=utf-8");
  c.header("Content-Disposition", `attachment; filename="audit.csv"; filename*=UTF-8''${name}`);
  return c.body(csvRows(auditColumns(lang), rows));
}

async function showEvent(c: RequestContext, { database, records }: AuditParts): Promise<Response> {
  const lang = c.get("lang");
  const found = await database.read(c.get("actor"), async (tx) => {
    const event = await findAuditEvent(tx, c.req.param("event") ?? "");
    return event === undefined ? undefined : { event, known: await lookUp(tx, [event], records, lang) };
  });
  if (found === undefined) return c.notFound();
  const { event, known } = found;
  const changes = changesOf(event, known, records, lang);
  const provider = records.find(({ kind }) => kind === event.subjectKind);
  const onDayHref = event.subjectId === null ? undefined : provider?.addressOn?.(event.subjectId, dayOf(event));
  return renderPage(c, <EventPage page={officePage(c)} {...{ event, known, changes, onDayHref }} />);
}

async function showRoles(c: RequestContext, { database }: AuditParts): Promise<Response> {
  const actor = c.get("actor");
  const page = officePage(c);
  const typed = c.req.query("on") ?? "";
  const read = typed === "" ? undefined : parsePartialDate(typed);
  const asked = read?.ok === true ? read.value.to : null;
  const day = asked ?? page.today;
  const isUnreadable = typed !== "" && asked === null;
  const found = await database.read(actor, async (tx) => {
    const body = await findBody(tx, c.req.query("body") ?? "");
    if (body === undefined) return undefined;
    if (!isPermitted(actor, "audit.read", marksOfBody(body))) return "refused" as const;
    const later = await listEventsAfterDay(tx, { kind: "body", id: body.id }, day);
    return { body, held: await rolesOnDay(tx, body.id, day), settings: settingsBefore(body, later) };
  });
  if (found === undefined) return c.notFound();
  if (found === "refused") return refusePage(c);
  return renderPage(c, <RolesPage {...{ page, day, typed, isUnreadable }} {...found} />);
}
