/**
 * Which events of the audit (監査記録) are asked for, and how that is written in an address:
 * `/audit?subject=agreement:A000001&from=2026-04-01`. Days are days in Japan. What cannot be read is reported, not guessed.
 */
import { parsePartialDate } from "../../kernel/partial-date.ts";
import type { AuditOutcome } from "../../platform/index.ts";

/** Acts in the groups a reader would look for; each is the beginnings of the actions in it. */
export const ACT_GROUPS = {
  agreements: ["agreement", "contact"],
  imports: ["import"],
  programmes: ["programme"],
  signIn: [
    "sign_in",
    "sign_out",
    "session",
    "attempt",
    "password",
    "second_factor",
    "recovery_codes",
    "passkey",
    "operator_link",
  ],
  members: ["role", "account", "invitation", "member", "work", "handover"],
  bodies: ["body"],
  exports: ["data", "file", "backup", "export", "letter"],
  denials: ["access"],
  machine: ["job", "database", "migration"],
} as const;

export type ActGroup = keyof typeof ACT_GROUPS;
export const OUTCOMES = ["done", "refused", "failed"] as const satisfies readonly AuditOutcome[];

export type AuditCriteria = Readonly<{
  /** First and last day, ISO. */
  from?: string;
  to?: string;
  actor?: string;
  group?: ActGroup;
  subject?: Readonly<{ kind: string; id: string }>;
  outcome?: AuditOutcome;
  /** Events of this body: by its people, or about what belongs to it. */
  body?: string;
  request?: string;
}>;

export const DAY_FIELDS = ["from", "to"] as const;
export type DayField = (typeof DAY_FIELDS)[number];

export type ReadCriteria = Readonly<{ criteria: AuditCriteria; unreadable: readonly DayField[] }>;

const TEXTS = {
  actor: /^[A-Za-z0-9-]{1,40}$/u,
  body: /^B[0-9]{6,9}$/u,
  request: /^[\w-]{1,60}$/u,
} as const;

export function criteriaFromParameters(parameters: URLSearchParams): ReadCriteria {
  const days = DAY_FIELDS.map((name) => [name, readDay(parameters.get(name)?.trim() ?? "", name)] as const);
  const texts = Object.entries(TEXTS).flatMap(([name, pattern]) => {
    const text = parameters.get(name) ?? "";
    return pattern.test(text) ? [[name, text]] : [];
  });
  const group = parameters.get("group") ?? "";
  const outcome = OUTCOMES.find((one) => one === parameters.get("outcome"));
  const subject = /^([a-z_]{1,40}):(.{1,200})$/su.exec(parameters.get("subject") ?? "");
  const criteria: AuditCriteria = {
    ...Object.fromEntries([...days.filter(([, day]) => typeof day === "string"), ...texts]),
    ...(isActGroup(group) ? { group } : {}),
    ...(outcome === undefined ? {} : { outcome }),
    ...(subject === null ? {} : { subject: { kind: subject[1] ?? "", id: subject[2] ?? "" } }),
  };
  return { criteria, unreadable: days.flatMap(([name, day]) => (day === null ? [name] : [])) };
}

/** In the order in which the page asks for them. */
export function criteriaToParameters(criteria: AuditCriteria): URLSearchParams {
  const { subject, ...texts } = criteria;
  const parameters = new URLSearchParams();
  for (const name of ["from", "to", "group", "outcome", "actor", "body", "request"] as const) {
    const text = texts[name];
    if (text !== undefined) parameters.set(name, text);
  }
  if (subject !== undefined) parameters.set("subject", `${subject.kind}:${subject.id}`);
  return parameters;
}

export function auditAddress(criteria: AuditCriteria, more: Readonly<Record<string, string>> = {}): string {
  const parameters = criteriaToParameters(criteria);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const query = parameters.toString();
  return query === "" ? "/audit" : `/audit?${query}`;
}

export function isActGroup(text: string): text is ActGroup {
  return Object.hasOwn(ACT_GROUPS, text);
}

/** @returns undefined when nothing was typed, null when it is no date; of a month its first or its last day. */
function readDay(text: string, end: DayField): string | undefined | null {
  if (text === "") return undefined;
  const read = parsePartialDate(text);
  if (!read.ok) return null;
  return end === "from" ? read.value.from : read.value.to;
}
