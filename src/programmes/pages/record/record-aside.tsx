/** Beside a programme: whose it is, since when, with whom, what comes next as an estimate, words of status, citing. */
import { fiscalYearOf } from "../../../kernel/fiscal-year.ts";
import { countryText, fieldText } from "../../../registry/index.ts";
import { Fact, Facts, Link, Panel, Printed, pathIn, Tag, useLang } from "../../../ui/index.ts";
import { type ExpectedTurn, expectedTurns } from "../../expected-turns.ts";
import { programmeAddress } from "../../programme-address.ts";
import { listVisits, nextVisit } from "../../reciprocity.ts";
import { YEAR_STATUSES } from "../../year-status.ts";
import { programmesHref } from "../list/list-address.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords } from "../words.ts";
import { fiscalYearText, ownerText, shortYearText } from "../year-words.ts";
import type { ShownProgramme } from "./shown-programme.ts";

type Props = Readonly<{ programme: ShownProgramme }>;
type DatedProps = Props & Readonly<{ /** ISO day. */ today: string }>;

export function RecordAside({ programme, today }: DatedProps) {
  const { record: w } = useWords();
  const lang = useLang();
  const { id, facts, version } = programme;
  const own = pathIn(lang, programmeAddress(id));
  return (
    <aside class="stack-l" aria-label={w.aside}>
      <Panel title={w.facts}>
        <BasicFacts programme={programme} />
      </Panel>
      <Next programme={programme} today={today} />
      <Agreements programme={programme} />
      <div class="noprint">
        <Panel title={w.legend}>
          <ul class="marklist">
            {YEAR_STATUSES.map((status) => (
              <li>
                <StatusMark status={status} />
              </li>
            ))}
          </ul>
        </Panel>
      </div>
      <Panel title={w.history}>
        <p class="noprint">
          <Link href={`${own}/history`}>{w.fullHistory}</Link>
        </p>
        <p class="small">{w.citation(facts.title, id, version)}</p>
      </Panel>
    </aside>
  );
}

function BasicFacts({ programme }: Props) {
  const { record: w, separator } = useWords();
  const lang = useLang();
  const { facts } = programme;
  const { startFiscalYear: start, recurrence, operator } = facts;
  return (
    <Facts tight>
      <Fact term={w.owner}>
        <Link href={programmesHref(lang, { government: programme.owner })}>{ownerText(programme)}</Link>
      </Fact>
      <Fact term={w.section}>{facts.section}</Fact>
      <Fact term={w.partners}>{facts.partners.length === 0 ? null : <Partners programme={programme} />}</Fact>
      <Fact term={w.start}>
        {start === null ? null : (
          <>
            {start.fiscalYear === null ? start.asPrinted : fiscalYearText(start.fiscalYear, lang)}
            <Printed text={start.asPrinted} />
          </>
        )}
      </Fact>
      {recurrence === null ? null : (
        <Fact term={w.recurrence}>
          {w.every(recurrence.everyYears, recurrence.isAlternating)}
          <Printed text={recurrence.asPrinted} />
        </Fact>
      )}
      {operator === null ? null : (
        <Fact term={w.operator}>
          {operator.name}
          <span class="sub">　{w.operatorKinds[operator.kind]}</span>
        </Fact>
      )}
      <Fact term={w.fields}>
        {facts.fields.length === 0 ? null : facts.fields.map((field) => fieldText(field, lang)).join(separator)}
      </Fact>
    </Facts>
  );
}

function Partners({ programme: { facts } }: Props) {
  const { record: w } = useWords();
  const lang = useLang();
  return (
    <ul>
      {facts.partners.map(({ name, formerName, country }) => (
        <li>
          {name}
          {formerName === null ? null : w.formerName(formerName)}
          {country === null ? null : (
            <>
              {"　"}
              <Link href={programmesHref(lang, { country })}>{countryText(country, lang)}</Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** 見込み: computed from the records, and from which. */
function Next({ programme: { facts }, today }: DatedProps) {
  const { record: w, estimate } = useWords();
  const turns = expectedTurns(facts, fiscalYearOf(today));
  const visit = nextVisit(listVisits(facts));
  const lang = useLang();
  if (turns.length === 0 && visit.kind === "unknown") return null;
  return (
    <Panel title={`${w.next}（${estimate}）`} look="key" id="next">
      {turns.map((turn) => (
        <ComingTurn {...turn} />
      ))}
      {visit.kind === "unknown" ? null : (
        <>
          <p class="strong mt-s">{visit.direction === "sent" ? w.turnSent : w.turnReceived}</p>
          <p class="small sub">{w.turnBasis(shortYearText(visit.basis.fiscalYear, lang), visit.basis.name)}</p>
        </>
      )}
    </Panel>
  );
}

function ComingTurn({ next, isOverdue, ifHeld }: ExpectedTurn) {
  const { record: w, reciprocity, separator } = useWords();
  const lang = useLang();
  const basis = next.basis.place === null ? "" : w.nextBasisPlace(next.basis.place);
  if (isOverdue) {
    return (
      <p>
        {w.nextText(shortYearText(next.fiscalYear, lang), next.name)} <Tag kind="est">{reciprocity.overdue}</Tag>
      </p>
    );
  }
  return (
    <>
      <p class="strong">{w.nextText(shortYearText(next.fiscalYear, lang), next.name)}</p>
      <p>{next.place === null ? w.nextUnknownPlace : w.nextPlace(next.place)}</p>
      {ifHeld.length === 0 ? null : (
        <p class="small">{reciprocity.ifHeld(ifHeld.map((year) => shortYearText(year, lang)).join(separator))}</p>
      )}
      <p class="small sub">{w.nextBasis(shortYearText(next.basis.fiscalYear, lang), basis)}</p>
    </>
  );
}

function Agreements({ programme: { facts, agreements } }: Props) {
  const { record: w } = useWords();
  const lang = useLang();
  const linked = facts.agreementIds.flatMap((id) => agreements.get(id) ?? []);
  const known = [...new Map(linked.map((one) => [one.id, one])).values()];
  return (
    <Panel title={w.agreements}>
      {known.length === 0 ? (
        <p class="sub">{w.noAgreements}</p>
      ) : (
        <ul class="linklist flush">
          {known.map(({ id, title }) => (
            <li>
              <Link href={pathIn(lang, `/agreements/${id}`)}>{title}</Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
