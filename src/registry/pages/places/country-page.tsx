/** A country or region: its names, the agreements with it, who on both sides. */
import { type Country, countryName, countryVariants } from "../../../kernel/country.ts";
import { BarList, Fact, Facts, PageHead, Prov, pathIn, Section, useLang } from "../../../ui/index.ts";
import { counterpartAddress, governmentAddress } from "../../criteria-address.ts";
import type { FacetCounts } from "../../facets/facets-query.ts";
import type { AgreementPage } from "../../list-agreements-query.ts";
import type { CountedCounterpart, CountedGovernment } from "../../places-query.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { governmentText } from "../place-names.ts";
import { useWords, words } from "../words.ts";
import { AgreementSection, FieldCounts } from "./place-parts.tsx";

export type CountryPageProps = Readonly<{
  page: PageContext;
  country: Country;
  agreements: AgreementPage;
  counts: FacetCounts;
  counterparts: readonly CountedCounterpart[];
  governments: readonly CountedGovernment[];
}>;

/** Longer lists say only the most frequent ones; the list of agreements has the rest. */
const SHOWN = 30;

export function CountryPage({ page, country, agreements, counts, counterparts, governments }: CountryPageProps) {
  const { places } = words(page.lang);
  const name = countryName(country.code, page.lang);
  return (
    <RegistryFrame page={page} title={name} crumbs={[{ label: name }]}>
      <PageHead proper kicker={`${places.countryKicker}　${country.code}`} title={name} />
      <h2 class="mt-l mb">{places.facts}</h2>
      <CountryFacts country={country} />
      <AgreementSection
        id="agreements"
        title={places.withCountry(name)}
        criteria={{ country: country.code }}
        agreements={agreements}
        empty={places.noneWithCountry}
      />
      <FieldCounts criteria={{ country: country.code }} counts={counts} />
      <Sides counterparts={counterparts} governments={governments} />
      <Prov>{places.source}</Prov>
    </RegistryFrame>
  );
}

function CountryFacts({ country }: Readonly<{ country: Country }>) {
  const { places, separator } = useWords();
  const lang = useLang();
  const { code, english, kana, formal } = country;
  const shown = countryName(code, lang);
  const others = countryVariants(code).filter((name) => name !== shown && name !== english && name !== formal);
  return (
    <Facts>
      <Fact term={places.iso}>{code}</Fact>
      <Fact term={lang === "ja" ? places.english : places.japanese}>{lang === "ja" ? english : formal}</Fact>
      <Fact term={places.kana}>{kana}</Fact>
      {others.length === 0 ? null : <Fact term={places.variants}>{others.join(separator)}</Fact>}
    </Facts>
  );
}

function Sides({ counterparts, governments }: Pick<CountryPageProps, "counterparts" | "governments">) {
  const { places, columns } = useWords();
  const lang = useLang();
  const abroad = counterparts.slice(0, SHOWN).map(({ id, name, agreements }) => ({
    ...{ label: name, value: agreements, href: pathIn(lang, counterpartAddress(id)) },
  }));
  const inJapan = governments.slice(0, SHOWN).map(({ code, agreements }) => ({
    ...{ label: governmentText(code), value: agreements, href: pathIn(lang, governmentAddress(code)) },
  }));
  return (
    <>
      {abroad.length === 0 ? null : (
        <Section id="abroad" title={places.counterpartList}>
          <BarList id="counterparts" bars={abroad} valueLabel={places.numberOfAgreements} itemLabel={columns.foreign} />
        </Section>
      )}
      {inJapan.length === 0 ? null : (
        <Section id="in-japan" title={places.japaneseSide}>
          <BarList id="governments" bars={inJapan} valueLabel={places.numberOfAgreements} itemLabel={columns.japan} />
        </Section>
      )}
    </>
  );
}
