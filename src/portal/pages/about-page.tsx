/** Sources, terms, credits and accessibility: short, and only what is true of this installation. */
import { Fact, Facts, type Lang, Link, type Office, PageFrame, PageHead, pathIn, Section } from "../../ui/index.ts";
import { portalTexts } from "../messages.ts";

export type SourceView = Readonly<{
  title: string;
  publisher: string | null;
  /** In words: 平成24年8月（2012年）. */
  asOf: string | null;
  /** Terms as printed; null when the document states none. */
  terms: string | null;
  url?: string | undefined;
}>;

export type AboutPageProps = Readonly<{
  lang: Lang;
  office?: Office | undefined;
  sources: readonly SourceView[];
}>;

export function AboutPage({ lang, office, sources }: AboutPageProps) {
  const { about } = portalTexts(lang);
  return (
    <PageFrame
      lang={lang}
      path={pathIn(lang, "/about")}
      title={about.title}
      current="about"
      crumbs={[{ label: about.title }]}
      office={office}
    >
      <div class="wrap">
        <PageHead title={about.title} lead={about.lead} />
        <div class="narrow">
          <section aria-labelledby="sources">
            <h2 id="sources" class="mb">
              {about.sources}
            </h2>
            <SourceList lang={lang} sources={sources} />
          </section>
          <Section id="wording" title={about.wording}>
            <p>{about.wordingText}</p>
          </Section>
          <Section id="data" title={about.data}>
            <p>{about.dataText}</p>
          </Section>
          <Section id="accessibility" title={about.accessibility}>
            <p>{about.accessibilityText}</p>
            <p class="mt">{about.accessibilityChecks}</p>
          </Section>
          <Section id="privacy" title={about.privacy}>
            <p>{about.privacyText}</p>
          </Section>
          <Section id="credits" title={about.places}>
            <p>{about.placesText}</p>
            <h3 class="mt-l mb-s">{about.look}</h3>
            <p>{about.lookText}</p>
          </Section>
        </div>
      </div>
    </PageFrame>
  );
}

function SourceList({ lang, sources }: Pick<AboutPageProps, "lang" | "sources">) {
  const { about } = portalTexts(lang);
  if (sources.length === 0) return <p class="sub">{about.noSources}</p>;
  return (
    <>
      {sources.map(({ title, publisher, asOf, terms, url }) => (
        <div class="mb">
          <Facts>
            <Fact term={about.sourceTitle}>{url === undefined ? title : <Link href={url}>{title}</Link>}</Fact>
            <Fact term={about.publisher}>{publisher}</Fact>
            <Fact term={about.asOf}>{asOf}</Fact>
            <Fact term={about.terms}>{terms}</Fact>
          </Facts>
        </div>
      ))}
    </>
  );
}
