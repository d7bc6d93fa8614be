/** `/programmes/report/template`: title, labels, order and tables of a body's annual report. */
import { Button, CheckList, Link, Notice, PageHead, pathIn, Section, TextInput } from "../../../ui/index.ts";
import { ProgrammeFrame } from "../../pages/frame.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import { BOX_PARTS, type BoxPart, REPORT_TABLES, type ReportTemplate } from "../report-template.ts";
import { reportWords } from "../report-words.ts";
import { reportPageWords } from "./words.ts";

/** As typed: orders are texts, and an empty one leaves its row out. */
export type TemplateInput = Readonly<{
  title: string;
  titleLabel: string;
  rows: Readonly<Record<BoxPart, Readonly<{ label: string; order: string }>>>;
  tables: readonly string[];
}>;

export function inputOfTemplate(
  { title, titleLabel, rows, tables }: ReportTemplate,
  usual: ReportTemplate,
): TemplateInput {
  const rowOf = (part: BoxPart) => {
    const index = rows.findIndex((row) => row.part === part);
    const label = rows[index]?.label ?? usual.rows.find((row) => row.part === part)?.label ?? "";
    return { label, order: index < 0 ? "" : String(index + 1) };
  };
  return {
    ...{ title, titleLabel, tables },
    rows: {
      ...{ start: rowOf("start"), overview: rowOf("overview"), previous: rowOf("previous") },
      ...{ current: rowOf("current"), remarks: rowOf("remarks") },
    },
  };
}

export type TemplatePageProps = Readonly<{
  page: PageContext;
  government: string;
  name: string;
  input: TemplateInput;
  version: number;
  said?: "saved" | "stale" | "invalid" | undefined;
}>;

export function TemplatePage({ page, government, name, input, version, said }: TemplatePageProps) {
  const all = reportPageWords(page.lang);
  const w = all.template;
  const kind = said === "saved" ? "ok" : "err";
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: all.title }, { label: w.title }]}>
      <PageHead title={w.title} lead={w.lead(name)} />
      {said === undefined ? null : <Notice kind={kind} title={w[said]} announce />}
      <form class="stack-l" method="post" action={pathIn(page.lang, "/programmes/report/template")}>
        <input type="hidden" name="government" value={government} />
        <input type="hidden" name="version" value={String(version)} />
        <TextInput name="title" label={w.reportTitle} value={input.title} required />
        <TextInput name="titleLabel" label={w.titleLabel} value={input.titleLabel} hint={w.readable} required />
        {BOX_PARTS.map((part) => (
          <Section id={part} title={w.parts[part]}>
            <TextInput
              {...{ name: `label.${part}`, label: w.labelOf(w.parts[part]), value: input.rows[part].label }}
              hint={part === "previous" || part === "current" ? w.yearHint : undefined}
            />
            <TextInput
              {...{ name: `order.${part}`, label: w.orderOf(w.parts[part]), value: input.rows[part].order }}
              {...{ hint: w.orderHint, keyboard: "numeric" }}
            />
          </Section>
        ))}
        <CheckList
          {...{ name: "tables", label: w.tables, chosen: input.tables }}
          choices={REPORT_TABLES.map((value) => ({ value, label: reportWords[page.lang].tables[value] }))}
        />
        <div class="row">
          <Button look="main">{w.save}</Button>
        </div>
      </form>
      <p class="mt">
        <Link href={pathIn(page.lang, `/programmes/report?government=${government}`)}>{w.back}</Link>
      </p>
    </ProgrammeFrame>
  );
}
