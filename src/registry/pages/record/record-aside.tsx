/** Beside an agreement: where it comes from, when it changed, how to cite it. */
import { Fact, Facts, type HistoryEntry, HistoryList, Link, Panel, pathIn, useLang } from "../../../ui/index.ts";
import type { SourceReference } from "../../agreement.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { PublicHistoryEntry } from "../../history-store.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { dayText, instantText } from "../date-view.ts";
import { useWords } from "../words.ts";

export type RecordAsideProps = Readonly<{ agreement: RecordedAgreement; history: readonly PublicHistoryEntry[] }>;

const SHOWN = 5;

export function RecordAside({ agreement, history }: RecordAsideProps) {
  const { record } = useWords();
  const lang = useLang();
  const { id, title, version, sources } = agreement;
  return (
    <aside class="stack-l" aria-label={record.about}>
      <Panel title={record.source}>
        {sources.length === 0 ? (
          <p class="sub">{record.noSource}</p>
        ) : (
          sources.map((source) => <Source source={source} />)
        )}
      </Panel>
      <Panel title={record.history} id="history">
        <HistoryList entries={useHistoryEntries(history.slice(0, SHOWN))} />
        <p class="mt-s">
          <Link href={pathIn(lang, `${agreementAddress(id)}/history`)}>{record.fullHistory}</Link>
        </p>
      </Panel>
      <Panel title={record.cite}>
        <p class="small">{record.citation(title, id, version)}</p>
        <p class="small mt-s noprint">
          <Link href={`${agreementAddress(id)}.json`}>{record.asJson}</Link>
        </p>
      </Panel>
    </aside>
  );
}

function Source({ source }: Readonly<{ source: SourceReference }>) {
  const { record } = useWords();
  const lang = useLang();
  const { title, publisher, asOf, place, lines } = source;
  const where = [place, lines === null ? null : record.lines(lines[0], lines[1])].filter((part) => part !== null);
  return (
    <Facts tight>
      <Fact term={record.sourceFacts.title}>{title}</Fact>
      {publisher === null ? null : <Fact term={record.sourceFacts.publisher}>{publisher}</Fact>}
      {asOf === null ? null : <Fact term={record.sourceFacts.asOf}>{dayText(asOf, lang)}</Fact>}
      {where.length === 0 ? null : <Fact term={record.sourceFacts.place}>{where.join("、")}</Fact>}
    </Facts>
  );
}

function useHistoryEntries(history: readonly PublicHistoryEntry[]): readonly HistoryEntry[] {
  const { actions, record } = useWords();
  const lang = useLang();
  return history.map(({ version, action, recordedAt }) => ({
    datetime: recordedAt,
    when: instantText(recordedAt, lang),
    what: ` ${actions[action]}${record.comma}${record.version(version)}`,
  }));
}
