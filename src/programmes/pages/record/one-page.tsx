/** The course of a programme on one sheet of paper: each year's plan and result in a line or two, oldest first. */
import { DataTable, Link, PageHead, pathIn, useLang } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import { type SideBySide, sideBySide, type YearEntry } from "../../programme-year.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords, words } from "../words.ts";
import { dateText, fiscalYearText, ownerText } from "../year-words.ts";
import { QuantityLine } from "./entry-view.tsx";
import type { ShownProgramme } from "./shown-programme.ts";

export function OnePage({ page, programme }: Readonly<{ page: PageContext; programme: ShownProgramme }>) {
  const { onePage: w, columns, column } = words(page.lang);
  const { facts, id } = programme;
  const own = pathIn(page.lang, programmeAddress(id));
  const start = facts.startFiscalYear;
  return (
    <ProgrammeFrame
      page={page}
      title={`${w.title}　${facts.title}`}
      crumbs={[{ label: facts.title, href: own }, { label: w.title }]}
    >
      <PageHead
        kicker={[ownerText(programme), start === null ? "" : `${columns.start} ${start.asPrinted}`].join("　")}
        title={facts.title}
        lead={facts.overview ?? undefined}
      />
      <p class="small sub noprint">{w.lead}</p>
      <DataTable<SideBySide>
        caption={w.title}
        captionHidden
        rows={sideBySide(facts.years).toReversed()}
        empty={<p class="sub mt">{words(page.lang).record.noYears}</p>}
        columns={[
          { label: columns.fiscalYear, header: true, cell: ({ fiscalYear }) => fiscalYearText(fiscalYear, page.lang) },
          { label: column.plan, wide: true, cell: ({ plan }) => <Brief entry={plan} /> },
          { label: column.result, wide: true, cell: ({ result }) => <Brief entry={result} /> },
        ]}
      />
      <p class="mt noprint">
        <Link href={own}>{facts.title}</Link>
      </p>
    </ProgrammeFrame>
  );
}

function Brief({ entry }: Readonly<{ entry: YearEntry | null }>) {
  const { onePage: w, record, separator } = useWords();
  const lang = useLang();
  if (entry === null) return <span class="sub">{w.none}</span>;
  const reasons = [entry.reasonAsPrinted, ...entry.items.map(({ reasonAsPrinted }) => reasonAsPrinted)];
  return (
    <>
      <StatusMark status={entry.status} />
      {entry.events.map(({ name, date, place }) => (
        <p class="small">
          {[name, date === null ? record.noDate : dateText(date, lang), place].filter(Boolean).join(separator)}
        </p>
      ))}
      {entry.quantities.map((quantity) => (
        <p class="small">
          <QuantityLine quantity={quantity} />
        </p>
      ))}
      {[...new Set(reasons)].map((reason) => (reason === null ? null : <p class="small asprinted">{reason}</p>))}
    </>
  );
}
