/** Findings of a document: how many of each kind, and those that belong to no single sheet. */
import type { Finding } from "../../kernel/finding.ts";
import {
  Button,
  DataTable,
  FindingCard,
  FindingList,
  type Lang,
  Link,
  pathIn,
  Section,
  TextInput,
} from "../../ui/index.ts";
import type { ContributedFindingWords } from "../contributed-drafts.ts";
import type { FindingCount } from "../finding-store.ts";
import { findingMessage, findingTitle } from "../finding-words.ts";
import type { ImportFinding } from "../imported-document.ts";
import type { PageContext } from "./page-context.ts";
import { personWords } from "./person-words.ts";
import { placeWords } from "./place-words.ts";
import { sameFindingsPath } from "./same-findings-page.tsx";
import { words } from "./words.ts";

export function severityName(severity: Finding["severity"], lang: Lang): string {
  return words(lang).draft.severities[severity];
}

type FindingCountsProps = Readonly<{
  context: PageContext;
  documentId: string;
  counts: readonly FindingCount[];
  findingWords: ContributedFindingWords | undefined;
}>;

export function FindingCounts({ context: { lang }, documentId, counts, findingWords }: FindingCountsProps) {
  const { document: text } = words(lang);
  if (counts.length === 0) return null;
  return (
    <Section id="finding-counts" title={text.findings}>
      <DataTable<FindingCount>
        caption={text.findings}
        captionHidden
        rows={counts}
        columns={[
          {
            label: text.code,
            header: true,
            wide: true,
            cell: ({ code, severity }) => `${severityName(severity, lang)}　${findingTitle(code, lang, findingWords)}`,
          },
          { label: text.count, numeric: true, cell: ({ n }) => n.toLocaleString("ja-JP") },
          { label: text.open, numeric: true, cell: ({ open }) => open.toLocaleString("ja-JP") },
        ]}
      />
      {counts.some(({ severity, open }) => severity !== "info" && open > 1) ? (
        <p class="mt">
          <Link href={pathIn(lang, sameFindingsPath(documentId))}>{words(lang).same.open}</Link>
        </p>
      ) : null}
    </Section>
  );
}

type DocumentFindingsProps = Readonly<{
  context: PageContext;
  documentId: string;
  findings: readonly ImportFinding[];
  findingWords: ContributedFindingWords | undefined;
}>;

export function DocumentFindings({ context, documentId, findings, findingWords }: DocumentFindingsProps) {
  const { document: text } = words(context.lang);
  if (findings.length === 0) return null;
  return (
    <Section id="document-findings" title={text.ofDocument}>
      <FindingList>
        {findings.map((finding) => (
          <FindingCard
            number={finding.number}
            severity={finding.severity}
            title={findingTitle(finding.code, context.lang, findingWords)}
            place={placeWords(finding.at, context.lang)}
            settled={settledWords(finding, context.lang)}
          >
            <p>{findingMessage(finding, context.lang, findingWords)}</p>
            <SettleForm context={context} documentId={documentId} finding={finding} />
          </FindingCard>
        ))}
      </FindingList>
    </Section>
  );
}

export function settledWords({ settledBy, settledByName, reason }: ImportFinding, lang: Lang): string | undefined {
  return settledBy === null
    ? undefined
    : words(lang).draft.settledBy(personWords(settledBy, settledByName, lang), reason ?? "");
}

type SettleFormProps = Readonly<{
  context: PageContext;
  documentId: string;
  finding: ImportFinding;
  /** Why the reason was refused, and what was typed. */
  refused?: Readonly<{ message: string; reason: string }> | undefined;
}>;

/**
 * A settled finding can be opened again; an open one asks for the decision and its reason, folded so that the source
 * stays in view. Notices need neither.
 */
export function SettleForm({ context: { lang }, documentId, finding, refused }: SettleFormProps) {
  const { draft: text } = words(lang);
  const address = pathIn(lang, `/imports/${documentId}/findings/${finding.number}`);
  if (finding.settledAt !== null) {
    return (
      <form class="mt-s" method="post" action={`${address}/unsettle`}>
        <Button small look="plain">
          {text.unsettle}
        </Button>
      </form>
    );
  }
  if (finding.severity === "info") return null;
  return (
    <details class="mt-s" open={refused !== undefined}>
      <summary>{text.decide}</summary>
      <form class="stack mt-s" method="post" action={`${address}/settle`}>
        <TextInput
          name="reason"
          id={`reason-${finding.number}`}
          label={text.reason}
          hint={text.reasonHint}
          value={refused?.reason}
          error={refused?.message}
          required
        />
        <div class="row">
          <Button small>{text.settle}</Button>
        </div>
      </form>
    </details>
  );
}
