/** Facts of an agreement: dates with their roles and printed wording, listings, country, office, links. */
import type { Child } from "hono/jsx";
import { DateText, Fact, Facts, type Lang, Link, Printed, pathIn, Tag, useLang, viewDate } from "../../../ui/index.ts";
import type { AgreementDate, AgreementFacts } from "../../agreement.ts";
import { countryAddress, listAddress } from "../../criteria-address.ts";
import { dayText } from "../date-view.ts";
import { countryText, fieldText } from "../place-names.ts";
import { useWords, words } from "../words.ts";

export function RecordFacts({ facts }: Readonly<{ facts: AgreementFacts }>) {
  const w = useWords();
  const lang = useLang();
  const asOf = facts.sources.find((source) => source.asOf !== null)?.asOf ?? null;
  return (
    <Facts>
      {facts.dates.length === 0 ? <Fact term={w.roles.signed} /> : facts.dates.map((date) => <DateFact date={date} />)}
      <ListingFact listings={facts.listings} />
      <Fact term={w.record.country}>{countryLinks(facts, lang)}</Fact>
      <Fact term={w.record.office}>{lines(facts.departments, asOf, lang)}</Fact>
      {facts.phones.length === 0 ? null : <Fact term={w.record.phones}>{lines(facts.phones, asOf, lang)}</Fact>}
      <Fact term={w.record.links}>{facts.urls.length === 0 ? null : <Links urls={facts.urls} asOf={asOf} />}</Fact>
    </Facts>
  );
}

function DateFact({ date }: Readonly<{ date: AgreementDate }>) {
  const w = useWords();
  const lang = useLang();
  const term = date.party === null ? w.roles[date.role] : `${w.ofParty(date.party)}${w.roles[date.role]}`;
  return (
    <Fact term={term}>
      {date.conflict === null ? <DateText date={viewDate(date)} /> : <EitherDate date={date} lang={lang} />}
      <Printed text={date.asPrinted} />
    </Fact>
  );
}

/** Both readings of a date whose two years disagree; neither is chosen. */
function EitherDate({ date, lang }: Readonly<{ date: AgreementDate; lang: Lang }>) {
  const { record } = words(lang);
  const conflict = date.conflict;
  if (conflict === null || date.date === null) return <>{date.asPrinted}</>;
  const rest = date.date.slice(4);
  return (
    <>
      {record.either(dayText(`${conflict.eraYear}${rest}`, lang), dayText(`${conflict.westernYear}${rest}`, lang))}{" "}
      <Tag kind="est">{record.conflictTag}</Tag>
    </>
  );
}

function ListingFact({ listings }: Pick<AgreementFacts, "listings">) {
  const { record, separator } = useWords();
  const lang = useLang();
  const [main, ...relistings] = listings;
  if (main === undefined) return <Fact term={record.listingFact} />;
  return (
    <Fact term={record.listingFact}>
      <span class="tags">
        <Tag kind="main">{record.main(fieldText(main, lang))}</Tag>
        {relistings.map((field) => (
          <Tag kind="re">{record.relisted(fieldText(field, lang))}</Tag>
        ))}
      </span>
      <p class="sub small mt-s">
        {relistings.length === 0 ? record.noRelisting : record.countNote(listings.length)}{" "}
        <Link href={pathIn(lang, "/tables/by-field")}>{record.howCounted}</Link>
      </p>
      <p class="small mt-s">
        {listings.map((field, index) => (
          <>
            {index === 0 ? null : separator}
            <Link href={pathIn(lang, listAddress({ field }))}>{record.sameField(fieldText(field, lang))}</Link>
          </>
        ))}
      </p>
    </Fact>
  );
}

function countryLinks({ foreign }: AgreementFacts, lang: Lang): Child {
  const codes = [...new Set(foreign.map(({ country }) => country))].filter((code) => code !== null);
  if (codes.length === 0) return null;
  return codes.map((code, index) => (
    <>
      {index === 0 ? null : words(lang).separator}
      <Link href={pathIn(lang, countryAddress(code))}>{countryText(code, lang)}</Link>
    </>
  ));
}

function lines(texts: readonly string[], asOf: string | null, lang: Lang): Child {
  if (texts.length === 0) return null;
  return (
    <>
      {texts.map((text, index) => (
        <>
          {index === 0 ? null : <br />}
          {text}
        </>
      ))}
      <AsOf asOf={asOf} lang={lang} />
    </>
  );
}

function Links({ urls, asOf }: Readonly<{ urls: readonly string[]; asOf: string | null }>) {
  const { record } = useWords();
  const lang = useLang();
  return (
    <>
      {urls.map((url) => (
        <div class="wording">
          <Link href={url}>{url}</Link> <span class="sub small">{record.outside}</span>
        </div>
      ))}
      <AsOf asOf={asOf} lang={lang} />
    </>
  );
}

function AsOf({ asOf, lang }: Readonly<{ asOf: string | null; lang: Lang }>) {
  if (asOf === null) return null;
  return <span class="sub printed">{words(lang).record.asOf(dayText(asOf, lang))}</span>;
}
