/** What can be taken along: records, tables, code lists; where they come from and how they may be used. */
import { DataTable, Link, PageHead, pathIn, Section, useLang } from "../../../ui/index.ts";
import { fileAddress } from "../../criteria-address.ts";
import { RegistryFrame } from "../frame.tsx";
import type { FileRow, OpenData, PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { CODE_LISTS } from "./code-lists.ts";

type Described = Readonly<{ id: string }> & Awaited<ReturnType<OpenData["describe"]>>;

export type DataPageProps = Readonly<{
  page: PageContext;
  agreements: number;
  /** Of the other slices. */
  others: readonly Described[];
}>;

export function DataPage({ page, agreements, others }: DataPageProps) {
  const { data } = words(page.lang);
  return (
    <RegistryFrame page={page} current="data" title={data.title} crumbs={[{ label: data.title }]}>
      <PageHead title={data.title} lead={data.lead} />
      <Section id="agreements" title={data.agreements}>
        <p class="text mb">{data.agreementsText(agreements)}</p>
        <Files caption={data.agreements} rows={agreementFiles(page)} />
        <p class="mt">
          {data.filtered} <Link href={pathIn(page.lang, "/agreements")}>{data.toList}</Link>
        </p>
      </Section>
      {others.map(({ id, title, text, files, list }) => (
        <Section id={id} title={title}>
          <p class="text mb">{text}</p>
          <Files caption={title} rows={files} />
          <p class="mt">
            {list.text} <Link href={list.href}>{list.label}</Link>
          </p>
        </Section>
      ))}
      <Tables />
      <Codes />
      <Section id="format" title={data.format}>
        <p class="text">{data.formatText}</p>
      </Section>
      <Section id="terms" title={data.terms}>
        <div class="text">
          <p>{data.termsText}</p>
          <p>{data.termsOwn}</p>
        </div>
      </Section>
    </RegistryFrame>
  );
}

function agreementFiles({ lang }: PageContext): readonly FileRow[] {
  const { data } = words(lang);
  const csv = (href: string) => [{ kind: "CSV", href: pathIn(lang, href) }];
  return [
    { label: data.files.agreements, files: csv(fileAddress("agreements.csv", {})) },
    { label: data.files.listings, files: csv(fileAddress("agreements/listings.csv", {})) },
    { label: data.files.parties, files: csv(fileAddress("agreements/parties.csv", {})) },
    { label: data.files.dates, files: csv(fileAddress("agreements/dates.csv", {})) },
    { label: data.files.json, files: [{ kind: "JSON", href: fileAddress("agreements.json", {}) }] },
  ];
}

function Tables() {
  const { data, tables } = useWords();
  const lang = useLang();
  const rows = (["by-field", "by-country"] as const).map((id) => ({
    label: tables.captions[id],
    files: [
      { kind: "CSV", href: pathIn(lang, `/tables/${id}.csv`) },
      { kind: "JSON", href: `/tables/${id}.json` },
    ],
  }));
  return (
    <Section id="tables" title={data.tables}>
      <Files caption={data.tables} rows={rows} />
    </Section>
  );
}

function Codes() {
  const { data } = useWords();
  const lang = useLang();
  const rows = CODE_LISTS.map((list) => ({
    label: data.codeFiles[list],
    files: [{ kind: "CSV", href: pathIn(lang, `/data/${list}.csv`) }],
  }));
  return (
    <Section id="codes" title={data.codes}>
      <Files caption={data.codes} rows={rows} />
    </Section>
  );
}

function Files({ caption, rows }: Readonly<{ caption: string; rows: readonly FileRow[] }>) {
  const { data } = useWords();
  return (
    <DataTable<FileRow>
      caption={caption}
      captionHidden
      rows={rows}
      columns={[
        { label: data.file, header: true, cell: ({ label }) => label },
        {
          label: data.get,
          cell: ({ label, files }) => (
            <span class="row">
              {files.map(({ kind, href }) => (
                <Link href={href} label={`${kind} ${label}`}>
                  {kind}
                </Link>
              ))}
            </span>
          ),
        },
      ]}
    />
  );
}
