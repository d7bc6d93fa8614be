/** `/programmes/report`: ask for a body and a year, see the report as it will be printed, take it as a file. */
import type { DocumentFormat } from "../../../documents/write-document.ts";
import {
  Button,
  ButtonLink,
  ErrorSummary,
  type FieldProblem,
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
import type { ReportOfBody } from "../report-of-body.ts";
import { DocumentView } from "./document-view.tsx";
import { reportPageWords } from "./words.ts";

export const REPORT_FORMATS = ["docx", "pdf", "xlsx", "html"] as const satisfies readonly DocumentFormat[];

/** What the address says, as typed. */
export type ReportAsked = Readonly<{ government: string; year: string; side: ProgrammeSide }>;

export type ReportPageProps = Readonly<{
  page: PageContext;
  asked: ReportAsked;
  report: ReportOfBody | null;
  problem: FieldProblem | undefined;
  /** May set the form of this body, and fetch what is being worked on as a workbook. */
  canEdit: boolean;
}>;

export function ReportPage({ page, asked, report, problem, canEdit }: ReportPageProps) {
  const w = reportPageWords(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]}>
      <PageHead title={w.title} lead={w.lead} />
      <ProgrammeViews page={page} current="report" />
      <ErrorSummary problems={problem === undefined ? [] : [problem]} />
      <AskForm page={page} asked={asked} problem={problem} />
      {report === null ? null : <Made page={page} asked={asked} report={report} canEdit={canEdit} />}
    </ProgrammeFrame>
  );
}

function AskForm({ page, asked, problem }: Pick<ReportPageProps, "page" | "asked" | "problem">) {
  const w = reportPageWords(page.lang);
  const errorOf = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <Section id="ask" title={w.ask}>
      <form class="stack-l" method="get" action={pathIn(page.lang, "/programmes/report")}>
        <TextInput
          {...{ name: "government", label: w.government, hint: w.governmentHint, value: asked.government }}
          {...{ required: true, keyboard: "numeric", error: errorOf("government") }}
        />
        <TextInput
          {...{ name: "year", label: w.year, hint: w.yearHint, value: asked.year }}
          {...{ required: true, keyboard: "numeric", error: errorOf("year") }}
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

export function reportQuery({ government, year, side }: ReportAsked): string {
  return new URLSearchParams({ government, year, ...(side === "working" ? { side } : {}) }).toString();
}

function Made({
  page,
  asked,
  report,
  canEdit,
}: Omit<ReportPageProps, "problem" | "report"> & { report: ReportOfBody }) {
  const w = reportPageWords(page.lang);
  const query = reportQuery(asked);
  const own = (path: string) => pathIn(page.lang, path);
  const otherLang = page.lang === "ja" ? "en" : "ja";
  return (
    <>
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
      <Section id="preview" title={w.preview(report.name, report.programmes)}>
        {asked.side === "working" ? <Notice kind="warn" title={w.isWorking} level={3} /> : null}
        <DocumentView document={report.document} />
      </Section>
    </>
  );
}
