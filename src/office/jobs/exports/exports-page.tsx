/** Files made on request: which can be asked for, and the reader's own. */
import type { Language } from "../../../platform/index.ts";
import { Button, DataTable, Fact, Facts, Link, Notice, PageHead, pathIn, Section, Select } from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { jobTexts, momentWords, sizeWords } from "../words.ts";
import type { ExportDefinition } from "./export-definition.ts";
import { type AskedExport, DAYS_KEPT } from "./export-store.ts";

export type ExportsPageProps = Readonly<{
  page: OfficePage;
  definitions: readonly ExportDefinition[];
  own: readonly AskedExport[];
  /** Address parameters of the list the reader came from. */
  criteria: string;
  said: boolean;
  isRefused: boolean;
}>;

export function ExportsPage({ page, definitions, own, criteria, said, isRefused }: ExportsPageProps) {
  const { lang } = page;
  const all = jobTexts(lang);
  const w = all.exports;
  const options = definitions.map(({ kind, label }) => ({ value: kind, label: label[lang] }));
  return (
    <OfficeFrame page={page} title={w.title} current="exports">
      <PageHead title={w.title} lead={w.lead} />
      {said ? (
        <Notice kind="ok" title={all.saidTitle} announce>
          <p>{w.said}</p>
        </Notice>
      ) : null}
      <form class="stack mt-l" method="post" action={pathIn(lang, "/exports")}>
        <Select name="kind" label={w.kind} options={options} required error={isRefused ? w.wrongKind : undefined} />
        <Facts>
          <Fact term={w.criteria}>{conditions(criteria, lang)}</Fact>
        </Facts>
        <input type="hidden" name="criteria" value={criteria} />
        <Button look="main">{w.ask}</Button>
      </form>
      <Section id="own" title={w.caption}>
        <OwnExports lang={lang} own={own} definitions={definitions} />
      </Section>
    </OfficeFrame>
  );
}

function conditions(criteria: string, lang: Language): string {
  if (criteria === "") return jobTexts(lang).exports.everything;
  return [...new URLSearchParams(criteria)].map(([name, value]) => `${name}=${value}`).join(" ");
}

type OwnProps = Pick<ExportsPageProps, "own" | "definitions"> & Readonly<{ lang: Language }>;

function OwnExports({ lang, own, definitions }: OwnProps) {
  const all = jobTexts(lang);
  const w = all.exports;
  return (
    <DataTable<AskedExport>
      caption={w.caption}
      captionHidden
      rows={own}
      empty={<p>{w.none}</p>}
      columns={[
        {
          label: w.kind,
          header: true,
          cell: ({ kind }) => definitions.find((one) => one.kind === kind)?.label[lang] ?? all.jobs.unknown,
        },
        { label: w.criteria, wide: true, cell: ({ criteria }) => conditions(criteria, lang) },
        { label: w.askedAt, cell: ({ askedAt }) => momentWords(askedAt, lang) },
        { label: w.state, wide: true, cell: (one) => <State one={one} lang={lang} /> },
      ]}
    />
  );
}

function State({ one, lang }: Readonly<{ one: AskedExport; lang: Language }>) {
  const all = jobTexts(lang);
  const w = all.exports;
  if (one.problem !== null) return <>{one.problem === "too_large" ? all.problems.too_large : w.failed}</>;
  if (one.madeAt === null || one.bytes === null) return <>{w.making}</>;
  const until = new Date(one.askedAt.getTime() + DAYS_KEPT * 24 * 60 * 60 * 1000);
  return (
    <>
      <Link href={`/exports/${one.id}`}>{w.download}</Link>（{w.ready(sizeWords(one.bytes), momentWords(until, lang))}）
    </>
  );
}
