/** An agreement as open data: dates in the form of exports, every listing with its position. Internal keys stay inside. */
import { FIELD_LABELS } from "../../field.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";

export function agreementToJson(agreement: Omit<RecordedAgreement, "no">) {
  const { id, version, publication, title, japan, foreign, dates, listings, mergedInto } = agreement;
  return {
    ...{ id, version, publication, title, japan, foreign, dates },
    listings: listings.map((field, index) => ({
      field,
      label: FIELD_LABELS[field],
      position: index + 1,
      relisted: index > 0,
    })),
    isOneToOne: agreement.isOneToOne,
    background: agreement.background,
    activities: agreement.activities,
    outcomes: agreement.outcomes,
    urls: agreement.urls,
    departments: agreement.departments,
    phones: agreement.phones,
    sources: agreement.sources,
    mergedInto,
    recordedAt: agreement.recordedAt,
    updatedAt: agreement.updatedAt,
  };
}
