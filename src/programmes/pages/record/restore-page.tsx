/** この版に戻す: the parts in which an earlier version differs, which of them go back, and why. */
import { instantText } from "../../../registry/index.ts";
import {
  Button,
  ButtonLink,
  CheckList,
  type Choice,
  ErrorSummary,
  Notice,
  PageHead,
  pathIn,
  TextInput,
} from "../../../ui/index.ts";
import type { ProgrammeFacts } from "../../programme.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { ProgrammeHistoryEntry } from "../../programme-history-store.ts";
import { entryOf, type RecordedProgramme } from "../../recorded-programme.ts";
import { type RestorePart, restoreParts } from "../../restore-programme.ts";
import { factText } from "../forms/fact-text.ts";
import { differencesOf } from "../forms/merge-entry.ts";
import { type Personal, PersonalDataFields } from "../forms/personal-data.tsx";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";
import { partName } from "./part-name.ts";

export type RestorePageProps = Readonly<{
  page: PageContext;
  programme: RecordedProgramme;
  past: ProgrammeHistoryEntry;
  /** Ids of parts; all of them to begin with. */
  chosen?: readonly string[];
  reason?: string;
  problems?: readonly RestoreField[];
  personal?: Personal | undefined;
  refused?: string | undefined;
}>;

/** A field that was left open. */
export type RestoreField = Readonly<{ field: "part" | "reason"; message: string }>;

export function RestorePage(props: RestorePageProps) {
  const { page, programme, past } = props;
  const { restore: w, history, form } = words(page.lang);
  const own = pathIn(page.lang, programmeAddress(programme.id));
  const title = w.title(past.version);
  const parts = restoreParts(programme.facts, past.facts);
  return (
    <ProgrammeFrame
      page={page}
      title={title}
      crumbs={[
        { label: programme.facts.title, href: own },
        { label: history.title, href: `${own}/history` },
        { label: title },
      ]}
    >
      <PageHead
        kicker={`${programme.facts.title}　${instantText(past.recordedAt, page.lang)}`}
        title={title}
        lead={w.lead}
      />
      {props.refused === undefined ? null : (
        <div class="mt-l">
          <Notice kind="err" title={form.refused} announce>
            <p>{props.refused}</p>
          </Notice>
        </div>
      )}
      {parts.length === 0 ? <Nothing own={own} page={page} /> : <Form {...props} own={own} parts={parts} />}
    </ProgrammeFrame>
  );
}

function Nothing({ own, page }: Readonly<{ own: string; page: PageContext }>) {
  const { restore: w, history } = words(page.lang);
  return (
    <div class="stack mt-l">
      <p>{w.same}</p>
      <div class="row">
        <ButtonLink href={`${own}/history`}>{history.toHistory}</ButtonLink>
      </div>
    </div>
  );
}

type FormProps = RestorePageProps & Readonly<{ own: string; parts: readonly RestorePart[] }>;

function Form({ page, programme, past, chosen, reason = "", problems = [], personal, own, parts }: FormProps) {
  const { restore: w, form } = words(page.lang);
  const errorOf = (field: RestoreField["field"]) => problems.find((one) => one.field === field)?.message;
  const labels = { part: w.parts, reason: w.reason };
  return (
    <form class="stack-l mt-l" method="post" action={`${own}/restore`} novalidate>
      <ErrorSummary problems={problems.map(({ field, message }) => ({ field, label: labels[field], message }))} />
      <input type="hidden" name="version" value={String(programme.version)} />
      <input type="hidden" name="restore" value={String(past.version)} />
      <CheckList
        required
        name="part"
        label={w.parts}
        hint={w.partsHint}
        error={errorOf("part")}
        choices={parts.map((part) => choiceOf(part, programme.facts, past.facts, page))}
        chosen={chosen ?? parts.map(({ id }) => id)}
      />
      {personal === undefined ? null : <PersonalDataFields {...personal} />}
      <TextInput
        required
        {...{ name: "reason", label: w.reason, hint: form.reasonHint, value: reason, error: errorOf("reason") }}
      />
      <div class="row">
        <Button look="main">{w.button}</Button>
        <ButtonLink look="plain" href={`${own}?version=${past.version}`}>
          {form.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

function choiceOf(part: RestorePart, now: ProgrammeFacts, past: ProgrammeFacts, { lang }: PageContext): Choice {
  const { restore: w, shared } = words(lang);
  const name = partName(part, [now, past], lang);
  if (part.kind === "year") {
    const lines = [w.becomes[part.becomes], ...differingLines(part, now, past, lang)];
    return { value: part.id, label: <Labelled name={name} lines={lines} /> };
  }
  const said = (from: ProgrammeFacts) => factText(from, part.name, lang) || shared.notStated;
  const lines = [w.factNow(said(now)), w.factThen(said(past))];
  return { value: part.id, label: <Labelled name={name} lines={lines} /> };
}

/** Of a year that stands in both: what of it differs. */
function differingLines(
  { year }: Extract<RestorePart, { kind: "year" }>,
  now: ProgrammeFacts,
  past: ProgrammeFacts,
  lang: PageContext["lang"],
): readonly string[] {
  const { restore: w, separator } = words(lang);
  const [present, earlier] = [entryOf(now, year), entryOf(past, year)];
  if (present === undefined || earlier === undefined) return [];
  const names = differencesOf(present, earlier, present, lang).map(({ label }) => label);
  return [w.differing(names.join(separator))];
}

function Labelled({ name, lines }: Readonly<{ name: string; lines: readonly string[] }>) {
  return (
    <>
      <span class="strong">{name}</span>
      {lines.map((line) => (
        <>
          <br />
          <span class="small sub wording">{line}</span>
        </>
      ))}
    </>
  );
}
