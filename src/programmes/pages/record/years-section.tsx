/** Plan and result of each fiscal year side by side, newest first, and how its figures compare with the year before. */
import { ButtonLink, DataTable, pathIn, useLang } from "../../../ui/index.ts";
import { compareYears, type FigureComparison } from "../../compare-years.ts";
import { programmeAddress } from "../../programme-address.ts";
import { latestEntry, type SideBySide, sideBySide, type YearColumn, type YearEntry } from "../../programme-year.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords } from "../words.ts";
import { fiscalYearText, shortYearText } from "../year-words.ts";
import { EntryView, FigureText } from "./entry-view.tsx";
import type { ShownProgramme } from "./shown-programme.ts";

export function YearsSection({ programme }: Readonly<{ programme: ShownProgramme }>) {
  const { record: w } = useWords();
  const years = sideBySide(programme.facts.years);
  return (
    <section aria-labelledby="years">
      <h2 id="years" class="mt-xl mb">
        {w.years}
      </h2>
      {years.length === 0 ? <p class="sub">{w.noYears}</p> : null}
      <div class="years">
        {years.map((year) => (
          <YearView programme={programme} year={year} />
        ))}
      </div>
    </section>
  );
}

type YearProps = Readonly<{ programme: ShownProgramme; year: SideBySide }>;

function YearView({ programme, year }: YearProps) {
  const { record: w } = useWords();
  const lang = useLang();
  const { fiscalYear, plan, result } = year;
  return (
    <section class="fy" id={`fy${fiscalYear}`}>
      <header>
        <h3>{fiscalYearText(fiscalYear, lang)}</h3>
        <span>{result === null ? w.noResult : <StatusMark status={result.status} />}</span>
      </header>
      <div class="pair">
        <Side programme={programme} fiscalYear={fiscalYear} column={plan?.column ?? "plan"} entry={plan} />
        <Side programme={programme} fiscalYear={fiscalYear} column="result" entry={result} hasPlan={plan !== null} />
      </div>
      <Comparison programme={programme} fiscalYear={fiscalYear} />
    </section>
  );
}

type SideProps = Readonly<{
  programme: ShownProgramme;
  fiscalYear: number;
  column: YearColumn;
  entry: YearEntry | null;
  hasPlan?: boolean | undefined;
}>;

function Side({ programme, fiscalYear, column, entry, hasPlan = false }: SideProps) {
  const w = useWords();
  const lang = useLang();
  const own = pathIn(lang, `${programmeAddress(programme.id)}/years/${fiscalYear}/${column}`);
  const canEdit = programme.acts.includes("edit");
  return (
    <div>
      <h4>{w.column[column]}</h4>
      {entry === null ? (
        <p class="sub">
          {column === "result" ? w.record.notEntered : w.record.noPlan}
          {canEdit && hasPlan ? w.record.startFromPlan : ""}
        </p>
      ) : (
        <EntryView entry={entry} />
      )}
      {canEdit ? (
        <p class="row mt noprint">
          {entry === null && hasPlan ? (
            <ButtonLink small href={`${own}?from=plan`}>
              {w.record.fromPlan}
            </ButtonLink>
          ) : null}
          <ButtonLink small look={entry === null && hasPlan ? "plain" : "outline"} href={own}>
            {entry !== null ? w.record.editEntry : column === "result" ? w.record.enterResult : w.record.enterPlan}
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

function Comparison({ programme: { facts }, fiscalYear }: Readonly<{ programme: ShownProgramme; fiscalYear: number }>) {
  const { record: w, columns } = useWords();
  const lang = useLang();
  const [before, after] = [latestEntry(facts.years, fiscalYear - 1), latestEntry(facts.years, fiscalYear)];
  if (before === undefined || after === undefined) return null;
  const compared = compareYears(before, after);
  if (compared.length === 0) return null;
  const [earlier, later] = [shortYearText(fiscalYear - 1, lang), shortYearText(fiscalYear, lang)];
  return (
    <details class="disc compared">
      <summary>{w.comparisonOf(earlier, later)}</summary>
      <DataTable<FigureComparison>
        caption={w.comparison}
        captionHidden
        rows={compared}
        columns={[
          {
            label: columns.figures,
            header: true,
            cell: ({ label, item }) => <ComparedLabel label={label} item={item} />,
          },
          { label: earlier, cell: (row) => <ComparedFigure quantity={row.before} /> },
          { label: later, cell: (row) => <ComparedFigure quantity={row.after} /> },
          { label: w.comparison, cell: (row) => <Verdict row={row} /> },
        ]}
      />
    </details>
  );
}

function ComparedLabel({ label, item }: Pick<FigureComparison, "label" | "item">) {
  return (
    <>
      {label}
      {item === null ? null : <span class="sub small">{item}</span>}
    </>
  );
}

function ComparedFigure({ quantity }: Readonly<{ quantity: FigureComparison["before"] }>) {
  const { shared } = useWords();
  return quantity === null ? <span class="sub">{shared.notStated}</span> : <FigureText quantity={quantity} />;
}

function Verdict({ row }: Readonly<{ row: FigureComparison }>) {
  const { record: w, notComparable } = useWords();
  if (row.kind === "not_comparable") return <span class="sub">{notComparable[row.reason]}</span>;
  return (
    <>
      {w.difference(row.difference)}
      {row.isApproximate ? w.approximately : ""}
    </>
  );
}
