/**
 * Correcting a draft before it is accepted: the registry's form of an agreement, with the source and the findings
 * beside it. Sources are not asked for: the record keeps the place the draft was read from.
 */
import { AgreementForm, type FormInput, type InputProblem } from "../../registry/index.ts";
import { ActionBar, Button, ButtonLink, Notice, PageHead, pathIn } from "../../ui/index.ts";
import { placeOfDraft } from "../place-of-draft.ts";
import { blockingReasons, doubtsOf, SeeDifference } from "./draft-actions.tsx";
import type { DraftPageProps } from "./draft-view.ts";
import { FindingsBeside } from "./findings-beside.tsx";
import { IntakeFrame } from "./intake-frame.tsx";
import { SourcePane } from "./source-pane.tsx";
import { words } from "./words.ts";

export type EditPageProps = DraftPageProps &
  Readonly<{
    input: FormInput;
    problems?: readonly InputProblem[];
    /** Why it could not be accepted, when nothing typed is at fault. */
    refusal?: string | undefined;
    /** The record that looks the same as what was typed. */
    looksRecorded?: string | undefined;
  }>;

const FORM = "draft-form";

export function EditPage(props: EditPageProps) {
  const { context, draft, input, problems = [], refusal } = props;
  const { lang } = context;
  const { edit: text } = words(lang);
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  return (
    <IntakeFrame
      context={context}
      title={text.title}
      crumbs={[{ label: placeOfDraft(draft.record), href: back }, { label: text.title }]}
      bar={<EditActions {...props} back={back} />}
    >
      <PageHead kicker={`${placeOfDraft(draft.record)}　${draft.record.title}`} title={text.title} lead={text.lead} />
      {refusal === undefined ? null : (
        <Notice kind="err" title={refusal} announce>
          <p>{text.kept}</p>
        </Notice>
      )}
      <div class="review mt-l">
        {/* A part that scrolls must be reachable by keyboard. */}
        <section class="beside stack" aria-label={text.beside} tabindex={0}>
          <FindingsBeside {...props} />
          <SourcePane {...props} />
        </section>
        <AgreementForm id={FORM} action={`${back}/edit`} input={input} problems={problems} save={text.accept} />
      </div>
    </IntakeFrame>
  );
}

function EditActions({ back, ...props }: EditPageProps & Readonly<{ back: string }>) {
  const { edit: text, draft: draftText } = words(props.context.lang);
  const reasons = blockingReasons(props);
  const stated = doubtsOf(props);
  const same = props.looksRecorded ?? stated.same;
  const isAnother = stated.isAnother || same !== undefined;
  const sentences = [...reasons, ...(same === undefined ? stated.doubts : [draftText.looksRecorded(same)])];
  return (
    <ActionBar
      label={text.actions}
      reasonId="blocked"
      reason={sentences.length === 0 ? undefined : sentences.join(" ")}
    >
      <SeeDifference {...props} same={same} />
      <Button
        look={isAnother ? "outline" : "main"}
        form={FORM}
        name="act"
        value={isAnother ? "another" : "save"}
        blockedBy={reasons.length === 0 ? undefined : "blocked"}
      >
        {isAnother ? text.acceptAnother : text.accept}
      </Button>
      <ButtonLink look="plain" href={back}>
        {text.cancel}
      </ButtonLink>
    </ActionBar>
  );
}
