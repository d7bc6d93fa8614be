/** A counterpart abroad (海外側): where it is, how records write it, the agreements with it. */
import { Fact, Facts, Link, PageHead, pathIn, Section, useLang } from "../../../ui/index.ts";
import { counterpartAddress, countryAddress } from "../../criteria-address.ts";
import type { FacetCounts } from "../../facets/facets-query.ts";
import type { AgreementPage } from "../../list-agreements-query.ts";
import type { Counterpart } from "../../places-query.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { countryText } from "../place-names.ts";
import { useWords, words } from "../words.ts";
import { AgreementSection, FieldCounts } from "./place-parts.tsx";

export type CounterpartPageProps = Readonly<{
  page: PageContext;
  counterpart: Counterpart;
  agreements: AgreementPage;
  counts: FacetCounts;
  similar: readonly Counterpart[];
}>;

export function CounterpartPage({ page, counterpart, agreements, counts, similar }: CounterpartPageProps) {
  const { places } = words(page.lang);
  const { id, name, country } = counterpart;
  return (
    <RegistryFrame page={page} title={name} crumbs={[{ label: name }]}>
      <PageHead proper kicker={`${places.counterpartKicker}　${countryText(country, page.lang)}　${id}`} title={name} />
      <h2 class="mt-l mb">{places.facts}</h2>
      <CounterpartFacts counterpart={counterpart} agreements={agreements} />
      <AgreementSection
        id="agreements"
        title={places.withCounterpart}
        criteria={{ counterpart: id }}
        agreements={agreements}
        empty={places.noneWithCountry}
      />
      <FieldCounts criteria={{ counterpart: id }} counts={counts} />
      <Similar similar={similar} />
    </RegistryFrame>
  );
}

function CounterpartFacts({ counterpart, agreements }: Pick<CounterpartPageProps, "counterpart" | "agreements">) {
  const { places, separator } = useWords();
  const lang = useLang();
  const { id, country, subdivision, otherNames } = counterpart;
  const printed = agreements.rows.flatMap(({ foreign }) => foreign.filter(({ counterpartId }) => counterpartId === id));
  return (
    <Facts>
      <Fact term={places.country}>
        {country === null ? null : (
          <Link href={pathIn(lang, countryAddress(country))}>{countryText(country, lang)}</Link>
        )}
      </Fact>
      {subdivision === null ? null : <Fact term={places.subdivision}>{subdivision}</Fact>}
      <Fact term={places.asPrintedNames}>{[...new Set(printed.map(({ name }) => name))].join(separator)}</Fact>
      {otherNames.length === 0 ? null : <Fact term={places.otherNames}>{otherNames.join(separator)}</Fact>}
    </Facts>
  );
}

/** Similar names are shown, never joined. */
function Similar({ similar }: Readonly<{ similar: readonly Counterpart[] }>) {
  const { places } = useWords();
  const lang = useLang();
  if (similar.length === 0) return null;
  return (
    <Section id="similar" title={places.similar}>
      <p class="sub">{places.similarLead}</p>
      <ul class="linklist mt-s">
        {similar.map(({ id, name }) => (
          <li>
            <Link class="t" href={pathIn(lang, counterpartAddress(id))}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
