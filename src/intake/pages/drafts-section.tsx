/** The sheets of a document: filters with counts, one line each, paging by position. */
import { DataTable, EmptyState, Link, Pager, pathIn, Section, Tag, ViewToggle } from "../../ui/index.ts";
import { isContributed } from "../draft-record.ts";
import { DRAFT_FILTERS, type DraftFilter, type DraftListing } from "../draft-store.ts";
import type { DraftCounts } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { DocumentPageProps } from "./document-view.ts";
import { documentWords, type Noun } from "./draft-words.ts";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

type DraftsSectionProps = Pick<
  DocumentPageProps,
  "context" | "document" | "counts" | "drafts" | "filter" | "page" | "noun" | "whose"
>;

export function DraftsSection(props: DraftsSectionProps) {
  const { context, document, counts, drafts, filter, page, noun } = props;
  const { lang } = context;
  const text = documentWords(lang, noun);
  const address = (query: Readonly<Record<string, string | number | undefined>>) => {
    const said = Object.entries({ ...query, owner: context.query.get("owner") ?? undefined }).flatMap(
      ([name, value]) => (value === undefined ? [] : [[name, `${value}`]]),
    );
    const search = new URLSearchParams(said).toString();
    return `${pathIn(lang, `/imports/${document.id}`)}${search === "" ? "" : `?${search}`}`;
  };
  const label = (name: DraftFilter | "all") => `${text.filters[name]} ${countOf(counts, name).toLocaleString("ja-JP")}`;
  return (
    <Section id="drafts" title={text.drafts}>
      <ViewToggle
        label={text.filterLabel}
        views={[
          { label: label("all"), href: address({}), current: filter === undefined },
          ...DRAFT_FILTERS.map((name) => ({
            label: label(name),
            href: address({ filter: name }),
            current: filter === name,
          })),
        ]}
      />
      <div class="mt">
        <DraftTable {...{ context, drafts, noun }} documentId={document.id} owner={chosenOwner(context)} />
      </div>
      <Pager
        size={page.size}
        previousHref={page.previous === null ? undefined : address({ filter, before: page.previous })}
        nextHref={page.next === null ? undefined : address({ filter, after: page.next })}
      />
    </Section>
  );
}

function countOf(counts: DraftCounts, name: DraftFilter | "all"): number {
  if (name === "all") return counts.total;
  return name === "accepted" ? counts.accepted + counts.linked : counts[name];
}

type DraftTableProps = Readonly<{
  context: PageContext;
  documentId: string;
  drafts: readonly DraftListing[];
  noun: Noun;
  owner: string;
}>;

/** Whose records they become travels along once it was chosen. */
function chosenOwner({ query }: PageContext): string {
  const owner = query.get("owner") ?? "";
  return owner === "" ? "" : `?owner=${encodeURIComponent(owner)}`;
}

function DraftTable({ context: { lang }, documentId, drafts, noun, owner }: DraftTableProps) {
  const { draft: draftText, contributed, correction } = words(lang);
  const text = documentWords(lang, noun);
  const isOfAgreements = !drafts.some(({ record }) => isContributed(record));
  return (
    <DataTable<DraftListing>
      caption={text.drafts}
      captionHidden
      rows={drafts}
      empty={<EmptyState title={text.none} />}
      columns={[
        {
          label: isOfAgreements ? text.title : contributed.title,
          header: true,
          wide: true,
          cell: ({ position, record }) => (
            <Link href={pathIn(lang, `/imports/${documentId}/drafts/${position}${owner}`)}>
              {record.title === "" ? text.untitled : record.title}
            </Link>
          ),
        },
        {
          label: text.place,
          cell: ({ record, isCorrected }) => (
            <>
              {placeOfDraft(record)} {isCorrected ? <Tag kind="open">{correction.mark}</Tag> : null}
              {record.relisted ? <Tag kind="re">{draftText.relisted}</Tag> : null}
            </>
          ),
        },
        { label: isOfAgreements ? text.parties : contributed.partners, cell: ({ record }) => partiesOf(record, lang) },
        { label: text.state, cell: (row) => <DraftStateWords lang={lang} row={row} /> },
      ]}
    />
  );
}

const NAMES_SHOWN = 2;

function partiesOf(record: DraftListing["record"], lang: PageContext["lang"]): string {
  if (isContributed(record)) return record.summary;
  const { japan, foreign } = record;
  const { listSeparator, andMore } = words(lang).document;
  const side = (names: readonly string[]) => {
    const rest = names.length - NAMES_SHOWN;
    return names.slice(0, NAMES_SHOWN).join(listSeparator) + (rest > 0 ? andMore(rest) : "");
  };
  return `${side(japan)}・${side(foreign.map(({ name }) => name))}`;
}

function DraftStateWords({ lang, row }: Readonly<{ lang: PageContext["lang"]; row: DraftListing }>) {
  const { document: text, states } = words(lang);
  const open = [row.errors > 0 ? text.errors(row.errors) : "", row.warnings > 0 ? text.warnings(row.warnings) : ""];
  return (
    <>
      {row.agreementId === null ? (
        `${states[row.state]} ${row.recordId ?? ""}`.trimEnd()
      ) : (
        <Link href={pathIn(lang, `/agreements/${row.agreementId}`)}>{`${states[row.state]} ${row.agreementId}`}</Link>
      )}
      {row.state === "pending" && open.join("") !== "" ? (
        <>
          <br />
          <span class="sub small">{open.filter((part) => part !== "").join("、")}</span>
        </>
      ) : null}
    </>
  );
}
