/**
 * The one form for the facts of an agreement, whether they are new, on record, or read from a document: three questions
 * for a new record, everything otherwise. Rows are added by a button that sends the form and gets it back with what was
 * typed; nothing needs a script.
 */
import type { Child } from "hono/jsx";
import { Button, ErrorSummary, TextArea, TextInput, useLang } from "../../../ui/index.ts";
import { useWords } from "../words.ts";
import { control, type FormPartProps } from "./form-control.ts";
import type { FormInput, RowKind } from "./form-input.ts";
import { DateRows, ForeignRows, JapanRows, ListingRows, SourceRows } from "./form-rows.tsx";
import type { InputProblem } from "./input-problem.ts";
import { summaryOf } from "./problem-words.ts";

export type AgreementFormProps = Readonly<{
  /** For buttons that stand outside the form. */
  id?: string | undefined;
  action: string;
  input: FormInput;
  problems: readonly InputProblem[];
  /** The short form of a new record. */
  isNew?: boolean | undefined;
  /** Name of the button that saves. */
  save: string;
  /** What the page asks beside the facts, and its buttons. */
  children?: Child;
}>;

export function AgreementForm({ id, action, input, problems, isNew = false, save, children }: AgreementFormProps) {
  const w = useWords();
  const lang = useLang();
  const props = { input, problems };
  return (
    <form class="stack-l" id={id} method="post" action={action} novalidate>
      <ErrorSummary problems={summaryOf(problems, lang)} />
      <input type="hidden" name="version" value={input.version} />
      <input type="hidden" name="opened" value={input.opened} />
      {/* Enter in a field sends the first button of a form: it must be the one that saves. */}
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex takes it out of the focus order */}
      <button class="vh" type="submit" name="act" value="save" tabindex={-1} aria-hidden="true">
        {save}
      </button>
      <TextInput
        required
        hint={w.form.titleHint}
        {...control("title", w.form.title, problems, lang)}
        value={input.title}
      />
      <Group title={w.form.japan} more="japan" isNew={isNew}>
        <JapanRows {...props} />
      </Group>
      <Group title={w.form.foreign} more="foreign" isNew={isNew}>
        <ForeignRows {...props} />
      </Group>
      {isNew ? null : <OtherFacts {...props} />}
      {children}
    </form>
  );
}

function OtherFacts(props: FormPartProps) {
  const { form, facts } = useWords();
  const lang = useLang();
  const { input, problems } = props;
  return (
    <>
      <Group title={form.dates} more="dates">
        <p class="hint">
          {form.dateHint}
          <br />
          {form.dateReadHint}
          <br />
          {form.datePartyHint}
        </p>
        <DateRows {...props} />
      </Group>
      <Group title={form.listings} more="listings">
        <p class="hint">{form.listingsHint}</p>
        <ListingRows {...props} />
      </Group>
      <Group title={form.texts}>
        {(["background", "activities", "outcomes"] as const).map((name) => (
          <TextArea {...control(name, facts[name], problems, lang)} value={input[name]} rows={6} />
        ))}
      </Group>
      <Group title={form.office}>
        <TextArea
          {...control("departments", facts.departments, problems, lang)}
          hint={form.departmentsHint}
          value={input.departments}
          rows={3}
        />
        <TextArea
          {...control("phones", facts.phones, problems, lang)}
          hint={form.onePerLine}
          value={input.phones}
          rows={2}
        />
        <TextArea {...control("urls", facts.urls, problems, lang)} hint={form.onePerLine} value={input.urls} rows={3} />
      </Group>
    </>
  );
}

/** Sources as a person states them; those of a document are what it was read from, and are not typed. */
export function SourceFacts(props: FormPartProps) {
  const { form } = useWords();
  return (
    <Group title={form.sources} more="sources">
      <p class="hint">{form.sourceHint}</p>
      <SourceRows {...props} />
    </Group>
  );
}

type GroupProps = Readonly<{
  title: string;
  more?: RowKind | undefined;
  isNew?: boolean | undefined;
  children?: Child;
}>;

function Group({ title, more, isNew = false, children }: GroupProps) {
  const { form } = useWords();
  return (
    <section class="stack">
      <h2 class="h-card">{title}</h2>
      {children}
      {more === undefined || isNew ? null : (
        <div class="row">
          <Button small name="act" value={`more.${more}`}>
            {form.more[more]}
          </Button>
        </div>
      )}
    </section>
  );
}
