/** A local government: what it signed, what it took over, and for a prefecture what its municipalities signed. */
import type { Child } from "hono/jsx";
import { formatGovernmentCode } from "../../../kernel/government-code.ts";
import {
  BarList,
  Fact,
  Facts,
  type Lang,
  Link,
  Notice,
  PageHead,
  Prov,
  pathIn,
  Section,
  useLang,
} from "../../../ui/index.ts";
import { governmentAddress, listAddress } from "../../criteria-address.ts";
import type { FacetCounts } from "../../facets/facets-query.ts";
import type { AgreementPage } from "../../list-agreements-query.ts";
import type { AgreementsOfGovernment, CountedGovernment } from "../../places-query.ts";
import {
  findGovernment,
  type LocalGovernment,
  prefectureOf,
  presentHolders,
} from "../../reference/local-governments.ts";
import { dayText } from "../date-view.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { governmentText, prefectureText } from "../place-names.ts";
import { useWords, words } from "../words.ts";
import { AgreementSection, FieldCounts } from "./place-parts.tsx";

export type Municipal = Readonly<{ agreements: AgreementPage; governments: readonly CountedGovernment[] }>;

export type GovernmentPageProps = Readonly<{
  page: PageContext;
  government: LocalGovernment;
  own: AgreementsOfGovernment;
  counts: FacetCounts;
  /** Of a prefecture: agreements of the prefecture and its municipalities. */
  municipal: Municipal | null;
}>;

export function GovernmentPage({ page, government, own, counts, municipal }: GovernmentPageProps) {
  const { places } = words(page.lang);
  const { code, fullName } = government;
  return (
    <RegistryFrame page={page} title={fullName} crumbs={[{ label: fullName }]}>
      <PageHead proper kicker={`${places.governmentKicker}　${formatGovernmentCode(code)}`} title={fullName} />
      <Extinct government={government} />
      <h2 class="mt-l mb">{places.facts}</h2>
      <GovernmentFacts government={government} />
      <AgreementSection
        id="signed"
        title={places.signed}
        criteria={{ government: code }}
        agreements={own.signed}
        empty={places.noneSigned}
      />
      {own.inherited.map(({ from, agreements }) => (
        <AgreementSection
          id={`from-${from}`}
          title={places.inherited(governmentText(from))}
          criteria={{ government: from }}
          agreements={agreements}
          empty={places.noneSigned}
        />
      ))}
      {municipal === null ? null : <Municipalities government={government} municipal={municipal} />}
      <FieldCounts
        criteria={municipal === null ? { government: code } : { prefecture: code.slice(0, 2) }}
        counts={counts}
      />
      <Prov>{places.source}</Prov>
    </RegistryFrame>
  );
}

function Extinct({ government }: Readonly<{ government: LocalGovernment }>) {
  const { places, separator } = useWords();
  const lang = useLang();
  const holders = presentHolders(government).filter(({ code }) => code !== government.code);
  if (holders.length === 0) return null;
  return (
    <div class="mt-l">
      <Notice kind="gray" title={places.extinctTitle(government.name)}>
        <p>{places.extinctText(holders.map(({ fullName }) => fullName).join(separator))}</p>
        <p>{governmentLinks(holders, lang)}</p>
      </Notice>
    </div>
  );
}

function GovernmentFacts({ government }: Readonly<{ government: LocalGovernment }>) {
  const { places } = useWords();
  const lang = useLang();
  const { code, kana, kind, validFrom, validUntil, successors } = government;
  const prefecture = prefectureOf(government);
  const span = [
    validFrom === null ? "" : places.from(dayText(validFrom, lang)),
    validUntil === null ? "" : places.until(dayText(validUntil, lang)),
  ].join("");
  return (
    <Facts>
      <Fact term={places.kana}>{kana}</Fact>
      <Fact term={places.code}>{formatGovernmentCode(code)}</Fact>
      <Fact term={places.kind}>{places.kinds[kind]}</Fact>
      {kind === "prefecture" ? null : (
        <Fact term={places.prefecture}>
          <Link href={pathIn(lang, governmentAddress(prefecture.code))}>{prefectureText(code.slice(0, 2), lang)}</Link>
        </Fact>
      )}
      {span === "" ? null : <Fact term={places.inForce}>{span}</Fact>}
      {successors.length === 0 ? null : (
        <Fact term={places.successors}>
          {governmentLinks(
            successors.flatMap((next) => findGovernment(next) ?? []),
            lang,
          )}
        </Fact>
      )}
    </Facts>
  );
}

function governmentLinks(governments: readonly LocalGovernment[], lang: Lang): Child {
  return governments.map(({ code, fullName }, index) => (
    <>
      {index === 0 ? null : words(lang).separator}
      <Link href={pathIn(lang, governmentAddress(code))}>{fullName}</Link>
    </>
  ));
}

function Municipalities({
  government,
  municipal,
}: Pick<GovernmentPageProps, "government"> & Readonly<{ municipal: Municipal }>) {
  const { places, columns } = useWords();
  const lang = useLang();
  const { name, code } = government;
  const bars = municipal.governments
    .filter((counted) => counted.code !== code)
    .map((counted) => ({
      label: findGovernment(counted.code)?.name ?? counted.code,
      value: counted.agreements,
      href: pathIn(lang, governmentAddress(counted.code)),
    }));
  if (bars.length === 0) {
    return (
      <Section id="municipalities" title={places.municipalitiesOf(name)}>
        <p class="sub">{places.noneMunicipal}</p>
      </Section>
    );
  }
  return (
    <>
      <Section
        id="municipalities"
        title={places.byMunicipality}
        aside={<Link href={pathIn(lang, listAddress({ prefecture: code.slice(0, 2) }))}>{places.municipalities}</Link>}
      >
        <BarList id="municipal" bars={bars} valueLabel={places.numberOfAgreements} itemLabel={columns.japan} />
      </Section>
      <AgreementSection
        id="in-prefecture"
        title={places.inPrefecture(name)}
        criteria={{ prefecture: code.slice(0, 2) }}
        agreements={municipal.agreements}
        empty={places.noneMunicipal}
      />
    </>
  );
}
