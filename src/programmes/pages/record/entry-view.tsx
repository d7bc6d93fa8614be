/** One printed cell of a programme: status and reason, parts, events, figures, people, money, and the wording itself. */
import type { Child } from "hono/jsx";
import { countryText } from "../../../registry/index.ts";
import { Tag, useLang } from "../../../ui/index.ts";
import type { PeopleCount, YearBudget, YearEntry, YearEvent, YearItem, YearQuantity } from "../../programme-year.ts";
import { StatusMark } from "../status-mark.tsx";
import { useWords } from "../words.ts";
import { dateText } from "../year-words.ts";

export function EntryView({ entry }: Readonly<{ entry: YearEntry }>) {
  const { record: w } = useWords();
  const loose = entry.events.filter(({ item }) => !entry.items.some(({ label }) => label === item));
  return (
    <>
      <p>
        <StatusMark status={entry.status} />
      </p>
      <AsPrinted text={entry.reasonAsPrinted} />
      {entry.items.map((item) => (
        <div class="item">
          <ItemView item={item} />
          {entry.events
            .filter((event) => event.item === item.label)
            .map((event) => (
              <EventLines event={event} isSameName={item.label.includes(event.name) && event.status === item.status} />
            ))}
        </div>
      ))}
      {loose.map((event) => (
        <div class="item">
          <EventLines event={event} isSameName={false} />
        </div>
      ))}
      <Lines title={w.quantities} lines={entry.quantities.map((one) => <QuantityLine quantity={one} />)} />
      <Lines title={w.people} lines={entry.people.map((one) => <PeopleLine people={one} />)} />
      {entry.budget === null ? null : <BudgetLines budget={entry.budget} />}
      <Lines title={w.notes} lines={entry.notes} />
      <Wording text={entry.text} />
    </>
  );
}

export function AsPrinted({ text }: Readonly<{ text: string | null }>) {
  return text === null ? null : <p class="asprinted mt-s">{text}</p>;
}

function ItemView({ item }: Readonly<{ item: YearItem }>) {
  const { columns } = useWords();
  return (
    <>
      <p class="strong">
        {item.mark === null ? null : `${item.mark} `}
        {item.label === "" ? columns.event : item.label}
      </p>
      <p>
        <StatusMark status={item.status} />
      </p>
      <AsPrinted text={item.reasonAsPrinted} />
      {item.text === "" ? null : <p class="wording">{item.text}</p>}
    </>
  );
}

function EventLines({ event, isSameName }: Readonly<{ event: YearEvent; isSameName: boolean }>) {
  const { record: w, direction, separator, estimate } = useWords();
  const lang = useLang();
  const { name, date, place, status, related } = event;
  return (
    <div class="eventline">
      {isSameName ? null : <p class="strong">{name}</p>}
      <p>
        {isSameName ? null : (
          <>
            <StatusMark status={status} />{" "}
          </>
        )}
        {event.isEstimate ? (
          <>
            <Tag kind="est">{estimate}</Tag>{" "}
          </>
        ) : null}
        {date === null ? <span class="sub">{w.noDate}</span> : dateText(date, lang)}
        {"　"}
        {place === null ? <span class="sub">{w.noPlace}</span> : place}
        {event.direction === null ? null : `　${direction[event.direction]}`}
      </p>
      {date === null || date.asPrinted === "" ? null : <p class="small sub">{date.asPrinted}</p>}
      {related.length === 0 ? null : <p class="small sub">{related.join(separator)}</p>}
    </div>
  );
}

function Lines({ title, lines }: Readonly<{ title: string; lines: readonly Child[] }>) {
  if (lines.length === 0) return null;
  return (
    <div class="item">
      <p class="strong">{title}</p>
      <ul>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </div>
  );
}

export function QuantityLine({ quantity }: Readonly<{ quantity: YearQuantity }>) {
  const { record: w, separator } = useWords();
  const lang = useLang();
  const { label, asOf, period, subsetOf, plan } = quantity;
  const notes = [
    plan === null ? null : plan ? w.plan : w.actual,
    subsetOf === null ? null : w.subset(subsetOf),
    asOf === null ? null : w.asOf(dateText(asOf, lang)),
    period === null ? null : w.period(dateText(period, lang)),
  ].filter((note) => note !== null);
  return (
    <>
      {label} <span class="nowrap">{useFigure(quantity)}</span>
      {notes.length === 0 ? null : <span class="small sub"> {notes.join(separator)}</span>}
    </>
  );
}

export function FigureText({ quantity }: Readonly<{ quantity: YearQuantity }>) {
  return <span class="nowrap">{useFigure(quantity)}</span>;
}

/** 12,330名, およそ40名, 10～20名. */
function useFigure({ value, range, unit, isApproximate }: YearQuantity): string {
  const { record: w, count, until, unknown } = useWords();
  const number =
    value !== null
      ? count(value)
      : range === null
        ? unknown
        : until(range.from === null ? "" : count(range.from), range.to === null ? "" : count(range.to));
  return `${isApproximate ? `${w.about} ` : ""}${number}${unit ?? ""}`;
}

function PeopleLine({ people }: Readonly<{ people: PeopleCount }>) {
  const { record: w, direction, people: peopleText } = useWords();
  const lang = useLang();
  const place = people.place ?? (people.country === null ? null : countryText(people.country, lang));
  return (
    <>
      {people.direction === null ? people.label : direction[people.direction]}
      {place === null ? "" : `　${place}`} <span class="nowrap">{peopleText(people.count)}</span>
      {people.plan === null ? null : <span class="small sub"> {people.plan ? w.plan : w.actual}</span>}
    </>
  );
}

function BudgetLines({ budget }: Readonly<{ budget: YearBudget }>) {
  const { record: w, yen } = useWords();
  const { plannedYen, settledYen, sources } = budget;
  const lines = [
    plannedYen === null ? null : `${w.planned} ${yen(plannedYen)}`,
    settledYen === null ? null : `${w.settled} ${yen(settledYen)}`,
    ...sources.map(({ name, amountYen }) => `${w.sources} ${name} ${yen(amountYen)}`),
  ].filter((line) => line !== null);
  return <Lines title={w.budget} lines={lines} />;
}

function Wording({ text }: Readonly<{ text: string }>) {
  const { record: w } = useWords();
  if (text === "") return null;
  return (
    <details class="disc">
      <summary>{w.text}</summary>
      <p class="asprinted wording mt-s">{text}</p>
    </details>
  );
}
