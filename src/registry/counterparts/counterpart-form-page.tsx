/** Correcting a counterpart: its names by script and period, country, province, kind; then what was changed before. */
import { countryName, listCountries } from "../../kernel/country.ts";
import {
  Button,
  ButtonLink,
  HistoryList,
  Notice,
  operatorTitle,
  PageHead,
  pathIn,
  Section,
  Select,
  TextInput,
} from "../../ui/index.ts";
import { counterpartAddress } from "../criteria-address.ts";
import { RegistryFrame } from "../pages/frame.tsx";
import type { PageContext } from "../pages/page-context.ts";
import { COUNTERPART_KINDS, NAME_SCRIPTS } from "./counterpart-facts.ts";
import type { CounterpartInput, NameInput } from "./counterpart-form.ts";
import type { CounterpartHistoryEntry, CounterpartMerge, RecordedCounterpart } from "./counterpart-record-store.ts";
import { CounterpartTable } from "./counterpart-table.tsx";
import { counterpartWords } from "./words.ts";

export type CounterpartFormProps = Readonly<{
  page: PageContext;
  saved: RecordedCounterpart;
  input: CounterpartInput;
  /** Why it was refused, in words. */
  refused?: string | undefined;
  reasonError?: string | undefined;
  /** Somebody saved it first: what it says now is shown. */
  isStale?: boolean;
  history: readonly CounterpartHistoryEntry[];
  merges: readonly CounterpartMerge[];
}>;

export function CounterpartFormPage(props: CounterpartFormProps) {
  const { page, saved, input, refused, reasonError, isStale = false } = props;
  const { lang } = page;
  const w = counterpartWords(lang);
  const own = pathIn(lang, counterpartAddress(saved.id));
  const countries = listCountries().map(({ code }) => ({ value: code, label: countryName(code, lang) }));
  return (
    <RegistryFrame page={page} title={w.editTitle} crumbs={[{ label: saved.name, href: own }, { label: w.editTitle }]}>
      <PageHead kicker={`${saved.id}　${saved.name}`} title={w.editTitle} lead={w.editLead} />
      {refused === undefined ? null : <Notice kind="err" title={refused} announce />}
      {isStale ? <CounterpartTable lang={lang} caption={w.now} sides={[{ label: w.now, counterpart: saved }]} /> : null}
      <form class="stack-l narrow mt-l" method="post" action={`${own}/edit`} novalidate>
        <input type="hidden" name="version" value={`${isStale ? saved.version : input.version}`} />
        <TextInput name="name" label={w.facts.name} value={input.name} required />
        <Select name="country" label={w.facts.country} options={countries} value={input.country} />
        <TextInput name="subdivision" label={w.facts.subdivision} value={input.subdivision} />
        <Select
          name="kind"
          label={w.facts.kind}
          options={COUNTERPART_KINDS.map((value) => ({ value, label: w.kinds[value] }))}
          value={input.kind}
          emptyLabel={w.noKind}
        />
        <fieldset class="field">
          <legend class="strong mb-s">{w.facts.names}</legend>
          <p class="sub small">{w.namesHint}</p>
          <p class="sub small">{w.periodHint}</p>
          {input.names.map((row, index) => (
            <NameRow lang={lang} row={row} number={index + 1} />
          ))}
        </fieldset>
        <TextInput name="reason" label={w.reason} value={input.reason} error={reasonError} required />
        <div class="row">
          <Button look="main">{w.save}</Button>
          <ButtonLink look="plain" href={own}>
            {w.cancel}
          </ButtonLink>
        </div>
      </form>
      <Merges {...props} />
      <History {...props} />
    </RegistryFrame>
  );
}

type NameRowProps = Readonly<{ lang: PageContext["lang"]; row: NameInput; number: number }>;

function NameRow({ lang, row, number }: NameRowProps) {
  const w = counterpartWords(lang);
  return (
    <div class="stack mt">
      <TextInput name="otherName" id={`otherName-${number}`} label={w.otherName(number)} value={row.name} />
      <div class="row">
        <Select
          name="script"
          id={`script-${number}`}
          label={w.script(number)}
          options={NAME_SCRIPTS.map((value) => ({ value, label: w.scripts[value] }))}
          value={row.script}
        />
        <TextInput name="from" id={`from-${number}`} label={w.from(number)} value={row.from} />
        <TextInput name="until" id={`until-${number}`} label={w.until(number)} value={row.until} />
      </div>
    </div>
  );
}

function Merges({ page: { lang }, saved, merges }: CounterpartFormProps) {
  const w = counterpartWords(lang);
  if (merges.length === 0) return null;
  const own = pathIn(lang, counterpartAddress(saved.id));
  return (
    <Section id="merges" title={w.mergesInto}>
      {merges.map(({ id, absorbedId, absorbedName }) => (
        <form class="stack narrow mt" method="post" action={`${own}/merges/${id}/undo`} novalidate>
          <p>{`${absorbedId}　${absorbedName}`}</p>
          <TextInput name="reason" id={`undo-reason-${id}`} label={w.undoReason} required />
          <div class="row">
            <Button small>{w.undo(absorbedName)}</Button>
          </div>
        </form>
      ))}
    </Section>
  );
}

function History({ page: { lang }, history }: CounterpartFormProps) {
  const w = counterpartWords(lang);
  if (history.length === 0) return null;
  return (
    <Section id="history" title={w.history}>
      <HistoryList
        entries={history.map(({ action, reason, recordedAt, recordedBy, recordedByName }) => ({
          datetime: recordedAt,
          when: recordedAt.slice(0, 10),
          what: ` ${w.actions[action]}「${reason}」`,
          who: recordedByName ?? operatorTitle(recordedBy, lang),
        }))}
      />
    </Section>
  );
}
