/** Making two counterparts one: find the other, see both side by side, say why, confirm. */
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
} from "../../ui/index.ts";
import { counterpartAddress } from "../criteria-address.ts";
import { RegistryFrame } from "../pages/frame.tsx";
import type { PageContext } from "../pages/page-context.ts";
import type { RecordedCounterpart } from "./counterpart-record-store.ts";
import { CounterpartTable, counterpartFactText } from "./counterpart-table.tsx";
import { counterpartWords } from "./words.ts";

export type CounterpartMergeProps = Readonly<{
  page: PageContext;
  survivor: RecordedCounterpart;
  query: string;
  found: readonly RecordedCounterpart[];
  /** The one compared with it. */
  absorbed?: RecordedCounterpart | undefined;
  refused?: string | undefined;
  typed?: Readonly<{ reason: string; error: string }> | undefined;
}>;

export function CounterpartMergePage(props: CounterpartMergeProps) {
  const { page, survivor, query, found, absorbed, refused } = props;
  const { lang } = page;
  const w = counterpartWords(lang);
  const own = pathIn(lang, counterpartAddress(survivor.id));
  return (
    <RegistryFrame
      page={page}
      title={w.mergeTitle}
      crumbs={[{ label: survivor.name, href: own }, { label: w.mergeTitle }]}
    >
      <PageHead kicker={`${survivor.id}　${survivor.name}`} title={w.mergeTitle} lead={w.mergeLead(survivor.name)} />
      {refused === undefined ? null : <Notice kind="err" title={refused} announce />}
      {absorbed === undefined ? (
        <>
          <div class="mt-l">
            <SearchForm action={`${own}/merge`} label={w.search} value={query} />
          </div>
          <Section id="found" title={query === "" ? w.similar : w.found}>
            <Found lang={lang} own={own} found={found} />
          </Section>
        </>
      ) : (
        <Comparison {...props} absorbed={absorbed} own={own} />
      )}
    </RegistryFrame>
  );
}

type FoundProps = Readonly<{ lang: PageContext["lang"]; own: string; found: readonly RecordedCounterpart[] }>;

function Found({ lang, own, found }: FoundProps) {
  const w = counterpartWords(lang);
  return (
    <DataTable<RecordedCounterpart>
      caption={w.found}
      captionHidden
      rows={found}
      empty={<p class="sub">{w.none}</p>}
      columns={[
        { label: w.facts.name, header: true, wide: true, cell: ({ name }) => name },
        { label: w.facts.country, cell: (one) => counterpartFactText(one, "country", lang) },
        { label: w.number, cell: ({ id }) => id },
        {
          label: w.compare,
          cell: ({ id, name }) => (
            <Link href={`${own}/merge?with=${id}`} label={w.choose(name)}>
              {w.compare}
            </Link>
          ),
        },
      ]}
    />
  );
}

type ComparisonProps = CounterpartMergeProps & Readonly<{ absorbed: RecordedCounterpart; own: string }>;

function Comparison({ page: { lang }, survivor, absorbed, own, typed }: ComparisonProps) {
  const w = counterpartWords(lang);
  return (
    <form class="stack-l mt-l" method="post" action={`${own}/merge`} novalidate>
      <input type="hidden" name="version" value={`${survivor.version}`} />
      <input type="hidden" name="with" value={absorbed.id} />
      <input type="hidden" name="withVersion" value={`${absorbed.version}`} />
      <CounterpartTable
        lang={lang}
        caption={w.mergeTitle}
        sides={[
          { label: `${w.stays} ${survivor.id}`, counterpart: survivor },
          { label: `${w.goes} ${absorbed.id}`, counterpart: absorbed },
        ]}
      />
      <div class="narrow">
        <TextInput name="reason" label={w.reason} value={typed?.reason} error={typed?.error} required />
      </div>
      <div class="row">
        <Button look="main">{w.confirm}</Button>
        <ButtonLink look="plain" href={`${own}/merge`}>
          {w.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
