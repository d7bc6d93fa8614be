/** What could not be saved and why. A decision that came second (409) shows both versions; nothing typed is lost. */
import { type AgreementFacts, FACT_NAMES, factLabel, factText, isSameFact, Typed } from "../../registry/index.ts";
import { Button, ButtonLink, DataTable, type Lang, Notice, PageHead, pathIn } from "../../ui/index.ts";
import type { StoredDraft } from "../imported-document.ts";
import { dayWords } from "./day-words.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { words } from "./words.ts";

type RefusalPageProps = Readonly<{ context: PageContext; sentence: string; details?: readonly string[]; back: string }>;

export function RefusalPage({ context, sentence, details = [], back }: RefusalPageProps) {
  const { problem: text } = words(context.lang);
  return (
    <IntakeFrame context={context} title={text.title} crumbs={[{ label: text.title }]}>
      <PageHead title={text.title} />
      <Notice kind="err" title={sentence} announce>
        {details.length === 0 ? null : (
          <ul>
            {details.map((detail) => (
              <li>{detail}</li>
            ))}
          </ul>
        )}
      </Notice>
      <div class="row mt-l">
        <ButtonLink look="main" href={pathIn(context.lang, back)}>
          {text.back}
        </ButtonLink>
      </div>
    </IntakeFrame>
  );
}

type DecidedFirstProps = Readonly<{
  context: PageContext;
  draft: StoredDraft;
  mine: AgreementFacts | null;
  /** The form as it was sent. */
  typed?: FormData | undefined;
}>;

export function DecidedFirstPage({ context, draft, mine, typed }: DecidedFirstProps) {
  const { lang } = context;
  const { problem: text, states } = words(lang);
  const back = pathIn(lang, `/imports/${draft.documentId}/drafts/${draft.position}`);
  return (
    <IntakeFrame context={context} title={text.conflictTitle} crumbs={[{ label: text.conflictTitle }]}>
      <PageHead title={text.conflictTitle} lead={mine === null ? text.conflictLeadPlain : text.conflictLead} />
      {draft.decidedAt === null || draft.decidedBy === null ? null : (
        <p class="mt">
          {text.decided(
            personWords(draft.decidedBy, draft.decidedByName, lang),
            dayWords(draft.decidedAt, lang),
            states[draft.state],
          )}
        </p>
      )}
      {mine === null ? null : <BothVersions lang={lang} saved={draft.facts} mine={mine} />}
      <div class="row mt-l">
        {draft.agreementId === null ? null : (
          <ButtonLink look="main" href={pathIn(lang, `/agreements/${draft.agreementId}`)}>
            {`${text.openRecord} ${draft.agreementId}`}
          </ButtonLink>
        )}
        {typed !== undefined && draft.state === "pending" ? (
          <form method="post" action={`${back}/edit`}>
            <Typed form={typed} version={draft.version} />
            <Button look="main" name="act" value="continue">
              {text.continue}
            </Button>
          </form>
        ) : null}
        <ButtonLink href={back}>{text.back}</ButtonLink>
      </div>
    </IntakeFrame>
  );
}

type BothVersionsProps = Readonly<{ lang: Lang; saved: AgreementFacts | null; mine: AgreementFacts }>;

function BothVersions({ lang, saved, mine }: BothVersionsProps) {
  const { problem: text, link } = words(lang);
  const names = FACT_NAMES.filter((name) => name !== "sources" && (saved === null || !isSameFact(name, saved, mine)));
  const shown = (fact: string) =>
    fact === "" ? <span class="sub">{link.empty}</span> : <span class="printed wording">{fact}</span>;
  return (
    <DataTable
      caption={text.conflictTitle}
      captionHidden
      rows={names}
      empty={<p>{text.same}</p>}
      columns={[
        { label: text.item, header: true, cell: (name) => factLabel(name, lang) },
        { label: text.saved, cell: (name) => shown(saved === null ? "" : factText(saved, name, lang)) },
        { label: text.mine, cell: (name) => shown(factText(mine, name, lang)) },
      ]}
    />
  );
}
