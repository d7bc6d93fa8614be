/** The filters of the audit in words, each with the address without it. */
import { type ActiveFilter, type Lang, pathIn } from "../../../ui/index.ts";
import { dayWords } from "../../office-page.tsx";
import { type AuditCriteria, auditAddress } from "../audit-criteria.ts";
import type { BodyChoice } from "../audit-store.ts";
import { type Known, subjectOf, whoOf } from "../sentence.ts";
import { auditWords } from "../words.ts";

export function chipsOf(
  criteria: AuditCriteria,
  known: Known,
  bodies: readonly BodyChoice[],
  lang: Lang,
): readonly ActiveFilter[] {
  const { filter, groups, outcomes } = auditWords(lang);
  const { from, to, group, outcome, actor, subject, body, request } = criteria;
  const texts = {
    from: from && dayWords(from, lang),
    to: to && dayWords(to, lang),
    group: group && groups[group],
    outcome: outcome && outcomes[outcome],
    actor: actor && whoOf({ actor, bodyName: null }, known, lang),
    subject: subject && subjectOf({ subjectKind: subject.kind, subjectId: subject.id }, known, lang),
    body: body && (bodies.find(({ id }) => id === body)?.title ?? body),
    request,
  };
  const names = Object.keys(texts) as (keyof typeof texts)[]; // the keys are written above
  return names.flatMap((name) => {
    const value = texts[name];
    if (value === undefined) return [];
    const { [name]: _, ...rest } = criteria;
    return [{ kind: filter.chips[name], value, removeHref: pathIn(lang, auditAddress(rest)) }];
  });
}
