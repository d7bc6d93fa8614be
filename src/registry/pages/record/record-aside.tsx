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
          groupSources(sources).map((group) => <Sources group={group} />)
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

/** Places in one document stand together: a relisted agreement has a sheet under each of its fields. */
function groupSources(sources: readonly SourceReference[]): readonly (readonly SourceReference[])[] {
  const keyOf = ({ title, publisher, asOf, documentSha256 }: SourceReference) =>
    JSON.stringify([title, publisher, asOf, documentSha256]);
  return [...Map.groupBy(sources, keyOf).values()];
}

function Sources({ group }: Readonly<{ group: readonly SourceReference[] }>) {
  const { record, separator } = useWords();
  const lang = useLang();
  const [first] = group;
  if (first === undefined) return null;
  const places = group.flatMap(({ place, lines }) =>
    [place, lines === null ? null : record.lines(lines[0], lines[1])].filter((part) => part !== null),
  );
  return (
    <Facts tight>
      <Fact term={record.sourceFacts.title}>{first.title}</Fact>
      {first.publisher === null ? null : <Fact term={record.sourceFacts.publisher}>{first.publisher}</Fact>}
      {first.asOf === null ? null : <Fact term={record.sourceFacts.asOf}>{dayText(first.asOf, lang)}</Fact>}
      {places.length === 0 ? null : <Fact term={record.sourceFacts.place}>{places.join(separator)}</Fact>}
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
