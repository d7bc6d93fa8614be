/** How a list shows a programme: title, whose it is, partners, since when, and what became of its year. */
import { type Column, type Lang, Link, pathIn, Tag, useLang } from "../../../ui/index.ts";
import type { ProgrammeSummary, YearMark } from "../../list-programmes-query.ts";
import { programmeAddress } from "../../programme-address.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { ownerText, shortYearText } from "../year-words.ts";

const NAMED = 3;

export function programmeColumns(lang: Lang): readonly Column<ProgrammeSummary>[] {
  const { columns } = words(lang);
  return [
    { label: columns.title, header: true, cell: (row) => <TitleCell row={row} /> },
    { label: columns.owner, cell: (row) => <OwnerCell row={row} /> },
    { label: columns.partners, wide: true, cell: (row) => <Partners row={row} /> },
    { label: columns.start, cell: (row) => <StartCell row={row} /> },
    { label: columns.year, wide: true, cell: ({ year }) => <YearCell year={year} /> },
  ];
}

export function TitleCell({ row }: Readonly<{ row: ProgrammeSummary }>) {
  const lang = useLang();
  const { states } = useWords();
  return (
    <>
      <Link href={pathIn(lang, programmeAddress(row.id))}>{row.title}</Link>
      {row.state === null || row.state === "approved" ? null : (
        <>
          {" "}
          <Tag kind="est">{states[row.state]}</Tag>
        </>
      )}
    </>
  );
}

function OwnerCell({ row }: Readonly<{ row: ProgrammeSummary }>) {
  const lang = useLang();
  const name = ownerText(row);
  return row.governmentCode === null ? (
    <span>{name}</span>
  ) : (
    <Link href={pathIn(lang, `/governments/${row.governmentCode}`)}>{name}</Link>
  );
}

function Partners({ row: { partners } }: Readonly<{ row: ProgrammeSummary }>) {
  const { separator, count } = useWords();
  const { notStated, others } = useWords().shared;
  if (partners.length === 0) return <span class="sub">{notStated}</span>;
  const named = partners.slice(0, NAMED).map(({ name }) => name);
  const rest = partners.length - named.length;
  return (
    <>
      {named.join(separator)}
      {rest === 0 ? null : <span class="sub"> {others(count(rest))}</span>}
    </>
  );
}

function StartCell({ row: { startFiscalYear, startAsPrinted } }: Readonly<{ row: ProgrammeSummary }>) {
  const lang = useLang();
  const { notStated } = useWords().shared;
  if (startFiscalYear === null)
    return startAsPrinted === null ? <span class="sub">{notStated}</span> : <span>{startAsPrinted}</span>;
  return <span class="nowrap">{shortYearText(startFiscalYear, lang)}</span>;
}

export function YearCell({ year }: Readonly<{ year: YearMark | null }>) {
  const lang = useLang();
  const { list } = useWords();
  if (year === null) return <span class="sub">{list.noEntry}</span>;
  return (
    <>
      <span class="sub nowrap">{shortYearText(year.fiscalYear, lang)}</span> <StatusMark status={year.status} />
      {year.reason === null ? null : <p class="small sub">{year.reason}</p>}
    </>
  );
}
