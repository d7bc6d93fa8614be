/**
 * Correcting one part of a draft of another slice's record: the slice's controls, with the source and the findings
 * beside them, and the findings that are settled with the correction. The print stays as it was read.
 */
import {
  ActionBar,
  Button,
  ButtonLink,
  CheckList,
  Link,
  Notice,
  PageHead,
  pathIn,
  TextInput,
  ViewToggle,
} from "../../ui/index.ts";
import type { CorrectionPart, PartForm } from "../contributed-correction.ts";
import { findingTitle } from "../finding-words.ts";
import type { ImportFinding } from "../imported-document.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import type { ContributedPageProps } from "./contributed-view.ts";
import { draftWords } from "./draft-words.ts";
import { FindingsBeside } from "./findings-beside.tsx";
import { severityName } from "./findings-section.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { SourcePane } from "./source-pane.tsx";
import { words } from "./words.ts";

export type ContributedEditProps = ContributedPageProps &
  Readonly<{
    parts: readonly CorrectionPart[];
    newParts: readonly CorrectionPart[];
    part: string;
    form: PartForm;
    /** Why it could not be saved, when nothing in the form is at fault. */
    refusal?: string | undefined;
    /** The reason and the findings as they were sent. */
    typed?: Readonly<{ reason: string; settles: readonly string[]; reasonError: string | undefined }>;
  }>;

const FORM = "draft-form";

export function ContributedEditPage(props: ContributedEditProps) {
  const { context, draft, part, form, refusal } = props;
  const { lang } = context;
  const { correction: text, edit } = words(lang);
  const place = `${props.contribution.noun[lang]} ${placeOfDraft(draft.record)}`;
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  return (
    <IntakeFrame
      context={context}
      title={`${text.title}　${form.label}`}
      crumbs={[{ label: place, href: back }, { label: text.title }]}
      bar={
        <ActionBar label={draftWords(lang, props.contribution.noun).actions}>
          <Button look="main" form={FORM} name="act" value="save">
            {text.save}
          </Button>
          <ButtonLink look="plain" href={back}>
            {edit.cancel}
          </ButtonLink>
        </ActionBar>
      }
    >
      <PageHead kicker={`${place}　${draft.record.title}`} title={`${text.title}　${form.label}`} lead={text.lead} />
      <PartChoice {...props} back={back} />
      {refusal === undefined ? null : (
        <Notice kind="err" title={refusal} announce>
          <p>{edit.kept}</p>
        </Notice>
      )}
      <div class="review mt-l">
        {/* A part that scrolls must be reachable by keyboard. */}
        <section class="beside stack" aria-label={edit.beside} tabindex={0}>
          <FindingsBeside {...props} />
          <SourcePane {...props} />
        </section>
        <form id={FORM} class="stack-l" method="post" action={`${back}/edit`} novalidate>
          {/* Enter in a field saves; without this it would press the first button of the form, which adds a row. */}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: tabindex takes it out of the focus order */}
          <button class="vh" type="submit" name="act" value="save" tabindex={-1} aria-hidden="true">
            {text.save}
          </button>
          <input type="hidden" name="version" value={`${draft.version}`} />
          <input type="hidden" name="part" value={part} />
          {form.fields}
          <Settles {...props} />
        </form>
      </div>
    </IntakeFrame>
  );
}

function PartChoice({
  context: { lang },
  parts,
  newParts,
  part,
  back,
}: ContributedEditProps & Readonly<{ /** Address of the draft. */ back: string }>) {
  const { correction: text } = words(lang);
  const addressOfPart = (name: string) => `${back}/edit?part=${encodeURIComponent(name)}`;
  return (
    <div class="row mt">
      <ViewToggle
        label={text.parts}
        views={parts.map(({ name, label }) => ({ label, href: addressOfPart(name), current: name === part }))}
      />
      <details>
        <summary>{text.addYear}</summary>
        <ul class="linklist">
          {newParts.map(({ name, label }) => (
            <li>
              <Link href={addressOfPart(name)}>{label}</Link>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Settles({ context: { lang }, findings, findingWords, typed }: ContributedEditProps) {
  const { correction: text, draft } = words(lang);
  const open = findings.filter(({ settledAt, severity }) => settledAt === null && severity !== "info");
  const label = (finding: ImportFinding) =>
    [
      findings.indexOf(finding) + 1,
      severityName(finding.severity, lang),
      findingTitle(finding.code, lang, findingWords),
    ].join("　");
  return (
    <>
      {open.length === 0 ? null : (
        <CheckList
          name="settles"
          label={text.settles}
          hint={text.settlesHint}
          choices={open.map((finding) => ({ value: `${finding.number}`, label: label(finding) }))}
          chosen={typed?.settles ?? []}
        />
      )}
      <TextInput
        name="why"
        label={text.reason}
        hint={draft.reasonHint}
        value={typed?.reason}
        error={typed?.reasonError}
      />
    </>
  );
}
