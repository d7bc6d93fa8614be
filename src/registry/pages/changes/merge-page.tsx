/** Merging two records of one agreement: find the other, see both and the result side by side, say why, confirm. */
import type { Child } from "hono/jsx";
import {
  Button,
  ButtonLink,
  DataTable,
  Link,
  Notice,
  PageHead,
  pathIn,
  SearchForm,
  Section,
  TextInput,
  useLang,
} from "../../../ui/index.ts";
import { combineFacts } from "../../combine-facts.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { AgreementSummary } from "../../list-agreements-query.ts";
import { FACT_NAMES, type FactName, isSameFact, type RecordedAgreement } from "../../recorded-agreement.ts";
import { agreementColumns } from "../agreement-columns.tsx";
import { factText } from "../fact-text.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { useWords, words } from "../words.ts";
import { Wording } from "./history-page.tsx";

export type MergeSearchProps = Readonly<{
  page: PageContext;
  survivor: RecordedAgreement;
  query: string;
  found: readonly AgreementSummary[];
  suggested: readonly AgreementSummary[];
}>;

export function MergeSearchPage({ page, survivor, query, found, suggested }: MergeSearchProps) {
  const { merge } = words(page.lang);
  return (
    <MergeFrame page={page} survivor={survivor}>
      <div class="mt-l">
        <SearchForm
          action={pathIn(page.lang, `${agreementAddress(survivor.id)}/merge`)}
          label={merge.search}
          value={query}
        />
      </div>
      {query === "" ? null : (
        <Section id="found" title={merge.results}>
          <Candidates id={survivor.id} rows={found} />
        </Section>
      )}
      {suggested.length === 0 ? null : (
        <Section id="suggested" title={merge.suggestions}>
          <Candidates id={survivor.id} rows={suggested} />
        </Section>
      )}
    </MergeFrame>
  );
}

function Candidates({ id, rows }: Readonly<{ id: string; rows: readonly AgreementSummary[] }>) {
  const { merge } = useWords();
  const lang = useLang();
  const compare = (other: string) => pathIn(lang, `${agreementAddress(id)}/merge?with=${other}`);
  return (
    <DataTable
      caption={merge.suggestions}
      captionHidden
      rows={rows}
      columns={[
        ...agreementColumns(lang),
        {
          label: merge.action,
          cell: (row) => (
            <Link href={compare(row.id)} label={`${merge.compare} ${row.id}`}>
              {merge.compare}
            </Link>
          ),
        },
      ]}
      empty={<p class="sub">{merge.noResults}</p>}
    />
  );
}

export type MergeComparisonProps = Readonly<{
  page: PageContext;
  survivor: RecordedAgreement;
  absorbed: RecordedAgreement;
  reason: string;
  /** Why the merge was refused, in words. */
  refused?: string | undefined;
  reasonError?: string | undefined;
}>;

export function MergeComparisonPage({ page, survivor, absorbed, reason, refused, reasonError }: MergeComparisonProps) {
  const { merge, form } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(survivor.id));
  return (
    <MergeFrame page={page} survivor={survivor}>
      {refused === undefined ? null : (
        <Notice kind="err" title={merge.refused} announce>
          <p>{refused}</p>
        </Notice>
      )}
      <Differences survivor={survivor} absorbed={absorbed} />
      <div class="mt-l">
        <Comparison survivor={survivor} absorbed={absorbed} />
      </div>
      <p class="sub mt">{merge.resultNote}</p>
      <div class="row">
        <ButtonLink small href={pathIn(page.lang, `${agreementAddress(absorbed.id)}/merge?with=${survivor.id}`)}>
          {merge.swap}
        </ButtonLink>
        <ButtonLink small look="plain" href={`${own}/merge`}>
          {merge.other}
        </ButtonLink>
      </div>
      <form class="stack-l mt-l" method="post" action={`${own}/merge`} novalidate>
        <input type="hidden" name="with" value={absorbed.id} />
        <input type="hidden" name="version" value={String(survivor.version)} />
        <input type="hidden" name="otherVersion" value={String(absorbed.version)} />
        <TextInput
          required
          name="reason"
          label={merge.reason}
          hint={merge.reasonHint}
          value={reason}
          error={reasonError}
        />
        <div class="row">
          <Button look="main">{merge.button}</Button>
          <ButtonLink look="plain" href={own}>
            {form.cancel}
          </ButtonLink>
        </div>
      </form>
    </MergeFrame>
  );
}

/** Bodies or days that differ speak against one agreement: the person is told before the choice. */
function Differences({ survivor, absorbed }: Pick<MergeComparisonProps, "survivor" | "absorbed">) {
  const { merge, facts, separator } = useWords();
  const differing = (["japan", "foreign", "dates"] as const).filter((name) => !isSameFact(name, survivor, absorbed));
  if (differing.length === 0) return null;
  return (
    <div class="mt-l">
      <Notice kind="warn" title={merge.differTitle}>
        <p>{merge.differText(differing.map((name) => facts[name]).join(separator))}</p>
      </Notice>
    </div>
  );
}

function Comparison({ survivor, absorbed }: Pick<MergeComparisonProps, "survivor" | "absorbed">) {
  const { merge, facts } = useWords();
  const lang = useLang();
  const result = combineFacts(survivor, absorbed);
  const said = (name: FactName) => [survivor, absorbed].some((one) => factText(one, name, lang) !== "");
  return (
    <DataTable<FactName>
      caption={merge.sideBySide}
      rows={FACT_NAMES.filter(said)}
      columns={[
        { label: merge.fact, header: true, cell: (name) => facts[name] },
        { label: merge.survivor(survivor.id), cell: (name) => <Wording text={factText(survivor, name, lang)} /> },
        { label: merge.absorbed(absorbed.id), cell: (name) => <Wording text={factText(absorbed, name, lang)} /> },
        {
          label: merge.result,
          cell: (name) => {
            const wording = <Wording text={factText(result, name, lang)} />;
            return isSameFact(name, survivor, result) ? wording : <mark>{wording}</mark>;
          },
        },
      ]}
    />
  );
}

type MergeFrameProps = Readonly<{ page: PageContext; survivor: RecordedAgreement; children?: Child }>;

function MergeFrame({ page, survivor, children }: MergeFrameProps) {
  const { merge } = words(page.lang);
  const own = pathIn(page.lang, agreementAddress(survivor.id));
  return (
    <RegistryFrame
      page={page}
      title={merge.title}
      crumbs={[{ label: survivor.title, href: own }, { label: merge.title }]}
    >
      <PageHead kicker={`${survivor.title}（${survivor.id}）`} title={merge.title} lead={merge.lead} />
      {children}
    </RegistryFrame>
  );
}
