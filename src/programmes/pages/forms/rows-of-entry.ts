/** The rows with which the form of a fiscal year is opened: each part of the saved entry as texts. */
import { findCountry } from "../../../kernel/country.ts";
import { countryText } from "../../../registry/index.ts";
import type { Lang } from "../../../ui/index.ts";
import type { FundingSource, Post, YearEntry, YearEvent, YearItem, YearQuantity } from "../../programme-year.ts";
import type { RowKind } from "./entry-fields.ts";
import { type Row, savedRow } from "./form-rows.ts";

export type EntryRows = Readonly<Record<RowKind, readonly Row[]>>;

/** All of them; the form shows the first of each kind. Items that are posts have rows of their own. */
export function rowsOfEntry(entry: YearEntry, lang: Lang): EntryRows {
  const items = entry.items.map((item, base) => ({ post: item.post, row: savedRow(rowOfItem(item, lang), base) }));
  return {
    items: items.flatMap(({ post, row }) => (post === null ? [row] : [])),
    posts: items.flatMap(({ post, row }) => (post === null ? [] : [row])),
    events: entry.events.map((event, base) => savedRow(rowOfEvent(event, entry), base)),
    quantities: entry.quantities.map((quantity, base) => savedRow(rowOfQuantity(quantity, base, entry), base)),
    people: entry.people.map((people, base) => savedRow(rowOfPeople(people, lang), base)),
    sources: (entry.budget?.sources ?? []).map((source, base) => savedRow(rowOfSource(source), base)),
  };
}

export const numberText = (number: number | null) => (number === null ? "" : String(number));
const tick = (isTicked: boolean) => (isTicked ? "yes" : "");

function rowOfItem({ mark, level, label, status, reasonAsPrinted, text, post }: YearItem, lang: Lang): Row {
  const own = { mark: mark ?? "", level: String(level), label, text };
  if (post === null) return { ...own, status, reason: reasonAsPrinted ?? "" };
  return { ...own, ...rowOfPost(post, lang) };
}

function rowOfPost(post: Post, lang: Lang): Row {
  return {
    ...{ title: post.title, nationality: post.nationality, status: post.status },
    ...{ yearOfService: numberText(post.yearOfService), since: post.since?.asPrinted ?? "" },
    ...{ reason: post.reasonAsPrinted ?? "", country: ownCountry(post.country, post.nationality, lang) },
  };
}

/** Empty where the country is the one that the words beside it name. */
function ownCountry(country: string | null, words: string, lang: Lang): string {
  return country === null || findCountry(words)?.code === country ? "" : countryText(country, lang);
}

/** Which row names this item: its place, or the words alone where no item of the entry has them. */
export function itemRef(label: string | null, { items }: YearEntry): string {
  if (label === null) return "";
  const at = items.findIndex((item) => item.label === label);
  return at < 0 ? `=${label}` : `b${at}`;
}

function rowOfEvent(event: YearEvent, entry: YearEntry): Row {
  return {
    ...{ name: event.name, date: event.date?.asPrinted ?? "", place: event.place ?? "", status: event.status },
    ...{ direction: event.direction ?? "", item: itemRef(event.item, entry), edition: numberText(event.edition) },
    ...{ related: event.related.join("\n"), estimate: tick(event.isEstimate) },
  };
}

function rowOfQuantity(quantity: YearQuantity, own: number, entry: YearEntry): Row {
  return {
    ...{ label: quantity.label, value: valueText(quantity), unit: quantity.unit ?? "" },
    ...{
      asOf: quantity.asOf?.asPrinted ?? "",
      period: quantity.period?.asPrinted ?? "",
      plan: planText(quantity.plan),
    },
    ...{ subsetOf: totalRef(quantity, own, entry), approximate: tick(quantity.isApproximate) },
    ...{ item: itemRef(quantity.item, entry), asPrinted: quantity.asPrinted },
  };
}

function valueText({ value, range }: YearQuantity): string {
  if (value !== null) return String(value);
  return range === null ? "" : `${numberText(range.from)}～${numberText(range.to)}`;
}

export function planText(plan: boolean | null): string {
  return plan === null ? "" : plan ? "plan" : "actual";
}

function totalRef({ subsetOf, item }: YearQuantity, own: number, { quantities }: YearEntry): string {
  if (subsetOf === null) return "";
  const isTotal = (one: YearQuantity, at: number) => at !== own && one.label === subsetOf;
  const beside = quantities.findIndex((one, at) => isTotal(one, at) && one.item === item);
  const total = beside < 0 ? quantities.findIndex(isTotal) : beside;
  return total < 0 ? `=${subsetOf}` : `b${total}`;
}

function rowOfPeople(
  { direction, label, place, country, count, plan, asPrinted }: YearEntry["people"][number],
  lang: Lang,
): Row {
  return {
    ...{ direction: direction ?? "", place: place ?? "", count: String(count), label },
    ...{ country: ownCountry(country, place ?? "", lang), plan: planText(plan), asPrinted },
  };
}

function rowOfSource({ name, amountYen }: FundingSource): Row {
  return { name, amount: String(amountYen) };
}
