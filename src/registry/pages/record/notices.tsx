/** What has to be known before the facts of an agreement: what was just saved, withdrawal, merging, dates that disagree. */
import { formatWareki, parsePartialDate } from "../../../kernel/partial-date.ts";
import { ButtonLink, Notice, pathIn, useLang } from "../../../ui/index.ts";
import type { AgreementDate } from "../../agreement.ts";
import { agreementAddress } from "../../criteria-address.ts";
import { warnPersonalData } from "../../personal-data-warnings.ts";
import type { Proposal } from "../../proposal.ts";
import type { RecordAct } from "../../record-acts.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { PersonalDataNotice } from "../approval/personal-data-notice.tsx";
import { StateNotice } from "../approval/state-notice.tsx";
import { useWords, type Words } from "../words.ts";

export type SavedKind = keyof Words["record"]["saved"];

export function isSavedKind(text: string | undefined, { record }: Words): text is SavedKind {
  return text !== undefined && Object.hasOwn(record.saved, text);
}

export type RecordNoticesProps = Readonly<{
  agreement: RecordedAgreement;
  saved: SavedKind | undefined;
  /** Set when an earlier version is shown. */
  shownVersion: number | undefined;
  proposal: Proposal | undefined;
  acts: readonly RecordAct[];
}>;

export function RecordNotices({ agreement, saved, shownVersion, proposal, acts }: RecordNoticesProps) {
  const { record } = useWords();
  const conflicts = agreement.dates.filter(({ conflict }) => conflict !== null);
  const isMerged = agreement.mergedInto !== null;
  if (
    saved === undefined &&
    shownVersion === undefined &&
    agreement.publication === "published" &&
    (proposal === undefined || proposal.state === "approved" || proposal.state === "withdrawn") &&
    conflicts.length === 0
  ) {
    return null;
  }
  return (
    <div class="stack mt-l">
      {saved === undefined ? null : (
        <Notice kind="ok" title={record.savedTitle} announce>
          <p>{record.saved[saved]}</p>
        </Notice>
      )}
      {shownVersion === undefined ? null : <VersionNotice id={agreement.id} version={shownVersion} />}
      {agreement.mergedInto === null ? null : <MergedNotice into={agreement.mergedInto} />}
      {agreement.publication === "withdrawn" && !isMerged ? (
        <Notice kind="gray" title={record.withdrawnTitle}>
          <p>{record.withdrawnText}</p>
        </Notice>
      ) : null}
      {shownVersion === undefined ? <StateNotice agreement={agreement} proposal={proposal} acts={acts} /> : null}
      {agreement.publication === "published" ? null : (
        <PersonalDataNotice isDraft warnings={warnPersonalData(agreement)} />
      )}
      {conflicts.map((date) => (
        <ConflictNotice date={date} />
      ))}
    </div>
  );
}

function VersionNotice({ id, version }: Readonly<{ id: string; version: number }>) {
  const { record } = useWords();
  const lang = useLang();
  return (
    <Notice title={record.versionTitle(version)}>
      <p>{record.versionText}</p>
      <div class="row">
        <ButtonLink small href={pathIn(lang, agreementAddress(id))}>
          {record.toCurrent}
        </ButtonLink>
      </div>
    </Notice>
  );
}

function MergedNotice({ into }: Readonly<{ into: string }>) {
  const { record } = useWords();
  const lang = useLang();
  return (
    <Notice kind="gray" title={record.mergedTitle}>
      <p>{record.mergedText}</p>
      <div class="row">
        <ButtonLink small href={pathIn(lang, agreementAddress(into))}>
          {record.toSurvivor(into)}
        </ButtonLink>
      </div>
    </Notice>
  );
}

function ConflictNotice({ date }: Readonly<{ date: AgreementDate }>) {
  const { record } = useWords();
  if (date.conflict === null) return null;
  const { eraYear, westernYear } = date.conflict;
  return (
    <Notice kind="warn" title={record.conflictTitle}>
      <p>{record.conflictText(date.asPrinted, eraNameOf(eraYear), eraYear, westernYear, eraNameOf(westernYear))}</p>
      <p class="small sub mt-s">{record.conflictNote(eraYear)}</p>
    </Notice>
  );
}

/** 2010 → 平成22年 */
export function eraNameOf(year: string): string {
  const parsed = parsePartialDate(`${year}年`);
  return parsed.ok ? formatWareki(parsed.value) : year;
}
