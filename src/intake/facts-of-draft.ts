/** What a draft says, in the form in which the registry records it, with the place it was read from. */
import {
  type AgreementDate,
  type AgreementFacts,
  factsOf,
  governmentsNamed,
  type JapaneseParty,
  type SourceReference,
} from "../registry/index.ts";
import { type DraftDate, type DraftRecord, statedFields } from "./draft-record.ts";
import type { ImportDraft, ImportedDocument } from "./imported-document.ts";
import { placeOfDraft } from "./place-of-draft.ts";

type SourceDocument = Pick<ImportedDocument, "name" | "sha256">;

export function factsOfDraft(record: DraftRecord, document: SourceDocument): AgreementFacts {
  return {
    title: record.title,
    japan: record.japan.map(japaneseParty),
    foreign: record.foreign.map(({ name, country }) => ({ name, country, counterpartId: null })),
    dates: record.dates.map(dateOfDraft),
    listings: statedFields(record),
    background: record.background,
    activities: record.activities,
    outcomes: record.outcomes,
    urls: record.urls,
    departments: record.departments,
    phones: record.phones,
    sources: [sourceOfDraft(record, document)],
  };
}

/** What a draft says now: as a person typed it when it was accepted before, else as it was read. */
export function statedFacts(
  { record, edited }: Pick<ImportDraft, "record" | "edited">,
  document: SourceDocument,
): AgreementFacts {
  return edited === null
    ? factsOfDraft(record, document)
    : { ...factsOf(edited), sources: [sourceOfDraft(record, document)] };
}

function dateOfDraft({ asPrinted, date, precision, role, party, conflict }: DraftDate): AgreementDate {
  return { asPrinted, date, precision, role, party: party ?? null, conflict };
}

/** A name that could be two bodies gets no code; a person may add it. */
export function japaneseParty(name: string): JapaneseParty {
  const named = governmentsNamed(name);
  return { name, governmentCode: named.length === 1 ? (named[0]?.code ?? null) : null };
}

export function sourceOfDraft(record: DraftRecord, document: SourceDocument): SourceReference {
  return {
    title: document.name,
    publisher: null,
    documentSha256: document.sha256,
    place: placeOfDraft(record),
    lines: record.lines,
    asOf: null,
  };
}
