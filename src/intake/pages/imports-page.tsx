/** List of imports: what was read, and what is left to review. */
import { ButtonLink, DataTable, EmptyState, Link, PageHead, pathIn } from "../../ui/index.ts";
import type { ImportSummary } from "../imported-document.ts";
import { dayWords } from "./day-words.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { words } from "./words.ts";

export function ImportsPage({
  context,
  imports,
}: Readonly<{ context: PageContext; imports: readonly ImportSummary[] }>) {
  const { lang } = context;
  const text = words(lang).imports;
  const add = (
    <ButtonLink look="main" href={pathIn(lang, "/imports/new")}>
      {text.add}
    </ButtonLink>
  );
  return (
    <IntakeFrame context={context} title={text.title}>
      <PageHead title={text.title} lead={text.lead} actions={imports.length === 0 ? undefined : add} />
      {imports.length === 0 ? (
        <EmptyState title={text.empty} lead={text.emptyLead} actions={add} />
      ) : (
        <ImportTable context={context} imports={imports} />
      )}
    </IntakeFrame>
  );
}

function ImportTable({
  context: { lang },
  imports,
}: Readonly<{ context: PageContext; imports: readonly ImportSummary[] }>) {
  const { imports: text, layoutNames } = words(lang);
  const address = ({ document }: ImportSummary) => pathIn(lang, `/imports/${document.id}`);
  return (
    <DataTable<ImportSummary>
      caption={text.title}
      captionHidden
      rows={imports}
      columns={[
        {
          label: text.document,
          header: true,
          wide: true,
          cell: (row) => <Link href={address(row)}>{row.document.name}</Link>,
        },
        { label: text.when, cell: ({ document }) => <ImportedBy document={document} lang={lang} /> },
        { label: words(lang).document.layout, cell: ({ document }) => layoutNames[document.layout] ?? document.layout },
        { label: text.drafts, numeric: true, cell: ({ counts }) => counts.total.toLocaleString("ja-JP") },
        {
          label: text.state,
          cell: (row) =>
            row.counts.pending === 0 ? (
              text.done
            ) : (
              <Link href={`${address(row)}?filter=pending`}>{text.left(row.counts.pending)}</Link>
            ),
        },
        {
          label: text.openFindings,
          numeric: true,
          cell: (row) => (row.openFindings === 0 ? text.none : row.openFindings),
        },
      ]}
    />
  );
}

function ImportedBy({ document, lang }: Readonly<{ document: ImportSummary["document"]; lang: PageContext["lang"] }>) {
  return (
    <>
      <time datetime={document.importedAt}>{dayWords(document.importedAt, lang)}</time>
      <br />
      <span class="sub small">{personWords(document.importedBy, document.importedByName, lang)}</span>
    </>
  );
}
