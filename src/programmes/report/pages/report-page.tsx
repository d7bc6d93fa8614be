/** `/programmes/report`: ask for a body and a year, see the report as it will be printed, take it as a file. */
import type { DocumentFormat } from "../../../documents/write-document.ts";
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  type FieldProblem,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
  Select,
  TextInput,
} from "../../../ui/index.ts";
import type { ProgrammeSide } from "../../criteria-query.ts";
import { ProgrammeFrame, ProgrammeViews } from "../../pages/frame.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import { words } from "../../pages/words.ts";
import type { ProgrammeCriteria } from "../../programme-criteria.ts";
import type { LostInReport } from "../lost-in-report.ts";
import type { ReportOfBody } from "../report-of-body.ts";
import type { ReportOwner } from "../report-owners-query.ts";
import { DocumentView } from "./document-view.tsx";
import { LostInReportNote } from "./lost-note.tsx";
import { reportPageWords } from "./words.ts";

export const REPORT_FORMATS = ["docx", "pdf", "xlsx", "html"] as const satisfies readonly DocumentFormat[];

/** What the address says, as typed. */
export type ReportAsked = Readonly<{ government: string; year: string; side: ProgrammeSide }>;

export type ReportPageProps = Readonly<{
  page: PageContext;
  asked: ReportAsked;
  /** Of the body, as the form shows it; what was typed where it is nobody's. */
  name: string;
  /** Everybody whose report can be made. */
  owners: readonly ReportOwner[];
  /** Those whose name contains what was typed, where there are several. */
  choices: readonly ReportOwner[];
  report: ReportOfBody | null;
  problem: FieldProblem | undefined;
  /** May set the form of this body, and fetch what is being worked on as a workbook. */
  canEdit: boolean;
  /** What the report cannot say as it was entered, for those who can change that. */
  lost?: readonly LostInReport[] | undefined;
}>;

/** A few bodies stand below the form; of many the name has to be written. */
const MOST_OFFERED = 20;

export function ReportPage(props: ReportPageProps) {
  const { page, asked, report, problem, canEdit, owners, choices, lost } = props;
  const w = reportPageWords(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="report" criteria={criteriaOf(asked)} />
      <ErrorSummary problems={problem === undefined ? [] : [problem]} />
      <div class="noprint">
        <AskForm {...props} />
      </div>
      <Bodies
        page={page}
        title={choices.length > 1 ? w.choices : w.bodies}
        owners={choices.length > 1 ? choices : report === null && owners.length <= MOST_OFFERED ? owners : []}
      />
      {owners.length === 0 && report === null ? (
        <EmptyState
          title={words(page.lang).list.empty}
          actions={<ButtonLink href={pathIn(page.lang, "/programmes")}>{words(page.lang).views.list}</ButtonLink>}
        />
      ) : null}
      {report === null ? null : <Made page={page} asked={asked} report={report} canEdit={canEdit} lost={lost} />}
    </ProgrammeFrame>
  );
}

function criteriaOf({ government, year }: ReportAsked): ProgrammeCriteria {
  const own = /^([0-9]{5}|B[0-9]{6,12})$/.test(government) ? { government } : {};
  return /^[0-9]{4}$/.test(year) ? { ...own, fiscalYear: Number(year) } : own;
}

function AskForm({ page, asked, name, problem }: ReportPageProps) {
  const w = reportPageWords(page.lang);
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <Section id="ask" title={w.ask}>
      <form class="stack-l" method="get" action={pathIn(page.lang, "/programmes/report")}>
        <TextInput
          {...{ name: "government", label: w.government, hint: w.governmentHint, value: name }}
          {...{ required: true, error: errorOf("government") }}
        />
        <TextInput
          {...{ name: "year", label: w.year, hint: w.yearHint, value: asked.year }}
          {...{ optionalWords: "", error: errorOf("year") }}
        />
        {page.canReadWork ? (
          <Select
            {...{ name: "side", label: w.side, value: asked.side, emptyLabel: null, required: true }}
            options={(["published", "working"] as const).map((value) => ({ value, label: w.sides[value] }))}
          />
        ) : null}
        <div class="row">
          <Button look="main">{w.make}</Button>
        </div>
      </form>
    </Section>
  );
}

type BodiesProps = Readonly<{ page: PageContext; title: string; owners: readonly ReportOwner[] }>;

function Bodies({ page, title, owners }: BodiesProps) {
  const w = reportPageWords(page.lang);
  if (owners.length === 0) return null;
  return (
    <Section id="bodies" title={title}>
      <ul class="linklist">
        {owners.slice(0, MOST_OFFERED).map(({ owner, name, programmes }) => (
          <li>
            <Link href={pathIn(page.lang, `/programmes/report?government=${owner}`)}>{w.ofBody(name, programmes)}</Link>
          </li>
        ))}
      </ul>
      {owners.length > MOST_OFFERED ? <p class="small sub">{w.moreBodies(owners.length - MOST_OFFERED)}</p> : null}
    </Section>
  );
}

export function reportQuery({ government, year, side }: ReportAsked): string {
  return new URLSearchParams({ government, year, ...(side === "working" ? { side } : {}) }).toString();
}

function Made({
  page,
  asked,
  report,
  canEdit,
  lost = [],
}: Pick<ReportPageProps, "page" | "asked" | "canEdit" | "lost"> & { report: ReportOfBody }) {
  const w = reportPageWords(page.lang);
  const query = reportQuery(asked);
  const own = (path: string) => pathIn(page.lang, path);
  const otherLang = page.lang === "ja" ? "en" : "ja";
  return (
    <>
      <div class="noprint">
        <Section id="files" title={w.download}>
          <div class="row">
            {REPORT_FORMATS.map((format) => (
              <ButtonLink href={own(`/programmes/report.${format}?${query}`)}>{w.formats[format]}</ButtonLink>
            ))}
          </div>
          <div class="row mt-s">
            <ButtonLink look="plain" href={pathIn(otherLang, `/programmes/report?${query}`)}>
              {w.otherLanguage}
            </ButtonLink>
            {canEdit ? (
              <>
                <ButtonLink look="plain" href={own(`/programmes/report/workbook.xlsx?${query}`)}>
                  {w.workbook}
                </ButtonLink>
                <ButtonLink look="plain" href={own(`/programmes/workbook?government=${asked.government}`)}>
                  {w.takeBack}
                </ButtonLink>
                <ButtonLink look="plain" href={own(`/programmes/report/template?government=${asked.government}`)}>
                  {w.toTemplate}
                </ButtonLink>
              </>
            ) : null}
          </div>
        </Section>
      </div>
      <Section id="preview" title={w.preview(report.name, report.programmes)}>
        {asked.side === "working" ? <Notice kind="warn" title={w.isWorking} level={3} /> : null}
        <LostInReportNote lost={lost} />
        <DocumentView document={report.document} />
      </Section>
    </>
  );
}
