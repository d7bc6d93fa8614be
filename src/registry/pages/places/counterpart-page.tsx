/** A counterpart abroad (海外側): where it is, how records write it, the agreements with it. */
import { ButtonLink, Fact, Facts, Link, Notice, PageHead, pathIn, Section, useLang } from "../../../ui/index.ts";
import { otherNameText } from "../../counterparts/counterpart-table.tsx";
import { counterpartWords } from "../../counterparts/words.ts";
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
  /** The reader corrects counterparts. */
  mayChange: boolean;
  /** What was just done. */
  saved: string;
}>;

export function CounterpartPage(props: CounterpartPageProps) {
  const { page, counterpart, agreements, counts, similar } = props;
  const { places } = words(page.lang);
  const { id, name, country } = counterpart;
  return (
    <RegistryFrame page={page} title={name} crumbs={[{ label: name }]}>
      <PageHead proper kicker={`${places.counterpartKicker}　${countryText(country, page.lang)}　${id}`} title={name} />
      <Acts {...props} />
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

function Acts({ page: { lang }, counterpart, mayChange, saved }: CounterpartPageProps) {
  const w = counterpartWords(lang);
  const said = mayChange ? w.saved[saved] : undefined;
  const own = pathIn(lang, counterpartAddress(counterpart.id));
  return (
    <>
      {said === undefined ? null : <Notice kind="ok" title={said} announce />}
      {mayChange ? (
        <div class="row mt">
          <ButtonLink href={`${own}/edit`}>{w.edit}</ButtonLink>
          <ButtonLink href={`${own}/merge`}>{w.merge}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

function CounterpartFacts({ counterpart, agreements }: Pick<CounterpartPageProps, "counterpart" | "agreements">) {
  const { places, separator } = useWords();
  const lang = useLang();
  const { id, country, subdivision, kind, names } = counterpart;
  const w = counterpartWords(lang);
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
      {kind === null ? null : <Fact term={w.facts.kind}>{w.kinds[kind]}</Fact>}
      {names.length === 0 ? null : (
        <Fact term={places.otherNames}>{names.map((one) => otherNameText(one, lang)).join(separator)}</Fact>
      )}
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
