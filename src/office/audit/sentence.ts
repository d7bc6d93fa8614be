/** An event as a sentence people read: who, what, to which record. Names only where the reader may read them. */
import { type Lang, operatorTitle } from "../../ui/index.ts";
import type { AuditEvent } from "./audit-event.ts";
import type { RecordWords } from "./audit-records.ts";
import { auditWords } from "./words.ts";

/** What was looked up for the events of a page. */
export type Known = Readonly<{
  /** By account id. */
  names: ReadonlyMap<string, string>;
  /** By `kind:id`. */
  records: ReadonlyMap<string, RecordWords>;
}>;

const ACCOUNT = /^U[0-9]{6,9}$/u;

export function whoOf(event: Pick<AuditEvent, "actor" | "bodyName">, known: Known, lang: Lang): string {
  const { who } = auditWords(lang);
  const { actor, bodyName } = event;
  if (actor === "public") return who.public;
  const name = known.names.get(actor);
  if (name !== undefined) return who.member(bodyName, name);
  return ACCOUNT.test(actor) || bodyName !== null ? who.unnamed(bodyName) : operatorTitle(actor, lang);
}

/** 提携・協定「…」; empty when the event is about nothing in particular. */
export function subjectOf(event: Pick<AuditEvent, "subjectKind" | "subjectId">, known: Known, lang: Lang): string {
  const { subjectKind, subjectId } = event;
  if (subjectKind === null || subjectId === null) return "";
  const { subjects, otherSubject } = auditWords(lang);
  const name = Object.hasOwn(subjects, subjectKind) ? subjects[subjectKind] : undefined;
  const title = known.records.get(`${subjectKind}:${subjectId}`)?.title;
  return name === undefined ? otherSubject(subjectKind, subjectId) : name(subjectId, title);
}

/** 提携・協定「…」を直しました, without who. */
export function actOf(event: AuditEvent, known: Known, lang: Lang): string {
  const { actions, unknownAct } = auditWords(lang);
  const subject = subjectOf(event, known, lang);
  const say = Object.hasOwn(actions, event.action) ? actions[event.action] : undefined;
  return say === undefined ? unknownAct(subject, event.action) : say(subject);
}

export function sentenceOf(event: AuditEvent, known: Known, lang: Lang): string {
  return auditWords(lang).sentence(whoOf(event, known, lang), actOf(event, known, lang));
}
