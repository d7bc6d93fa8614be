/** How a list shows an agreement: name, parties, date, fields. The same columns on every page with a list. */
import type { Child } from "hono/jsx";
import { type Column, DateText, type Lang, Link, ListingTags, pathIn, Tag, useLang, viewDate } from "../../ui/index.ts";
import type { ForeignParty, JapaneseParty } from "../agreement.ts";
import { agreementAddress, counterpartAddress, governmentAddress } from "../criteria-address.ts";
import type { AgreementSummary } from "../list-agreements-query.ts";
import { fieldText } from "./place-names.ts";
import { words } from "./words.ts";

export type SummaryColumn = Column<AgreementSummary>;

/** More parties than this are counted, not named, in a list. */
const NAMED = 3;

export function agreementColumns(lang: Lang, note?: (row: AgreementSummary) => Child): readonly SummaryColumn[] {
  const { columns } = words(lang);
  return [
    { label: columns.title, header: true, cell: (row) => <TitleCell row={row} note={note?.(row)} /> },
    { label: columns.japan, cell: ({ japan }) => <PartyNames parties={japan.map(japaneseLink)} /> },
    { label: columns.foreign, wide: true, cell: ({ foreign }) => <PartyNames parties={foreign.map(foreignLink)} /> },
    { label: columns.signed, cell: ({ signed }) => <DateText date={signed === null ? null : viewDate(signed)} /> },
    { label: columns.fields, cell: ({ listings }) => <ListingTags fields={listings.map((f) => fieldText(f, lang))} /> },
  ];
}

function TitleCell({ row, note }: Readonly<{ row: AgreementSummary; note: Child }>) {
  const lang = useLang();
  return (
    <>
      <Link href={pathIn(lang, agreementAddress(row.id))}>{row.title}</Link>
      {row.publication === "withdrawn" ? (
        <>
          {" "}
          <Tag kind="est">{words(lang).withdrawnTag}</Tag>
        </>
      ) : null}
      {note}
    </>
  );
}

type PartyLink = Readonly<{ name: string; href: string | null }>;

export function japaneseLink({ name, governmentCode }: JapaneseParty): PartyLink {
  return { name, href: governmentCode === null ? null : governmentAddress(governmentCode) };
}

export function foreignLink({ name, counterpartId }: ForeignParty): PartyLink {
  return { name, href: counterpartId === null ? null : counterpartAddress(counterpartId) };
}

export function PartyNames({ parties }: Readonly<{ parties: readonly PartyLink[] }>) {
  const lang = useLang();
  const named = parties.length > NAMED + 1 ? parties.slice(0, NAMED) : parties;
  const rest = parties.length - named.length;
  return (
    <>
      {named.map(({ name, href }, index) => (
        <>
          {index === 0 ? null : <br />}
          {href === null ? name : <Link href={pathIn(lang, href)}>{name}</Link>}
        </>
      ))}
      {rest === 0 ? null : (
        <>
          <br />
          {words(lang).others(rest)}
        </>
      )}
    </>
  );
}
