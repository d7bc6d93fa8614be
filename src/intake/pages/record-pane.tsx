/** What was read, beside the source: each value, and below it what is not known. */
import type { Child } from "hono/jsx";
import { countryName } from "../../kernel/country.ts";
import { dateRoleText, fieldName } from "../../registry/index.ts";
import { DateText, Fact, type Lang, Link, Printed, pathIn, Tag } from "../../ui/index.ts";
import { type DraftDate, statedFields } from "../draft-record.ts";
import { japaneseParty } from "../facts-of-draft.ts";
import { dateView } from "./day-words.ts";
import type { DraftPageProps } from "./draft-view.ts";
import { words } from "./words.ts";

export function RecordPane({
  context: { lang },
  document,
  draft,
}: Pick<DraftPageProps, "context" | "document" | "draft">) {
  const { draft: text } = words(lang);
  const { record } = draft;
  const { facts } = text;
  return (
    <section class="pane" aria-labelledby="record-title">
      <header>
        <h2 id="record-title">{text.record}</h2>
        {draft.state === "pending" ? (
          <Link href={pathIn(lang, `/imports/${document.id}/drafts/${draft.position}/edit`)}>{text.fix}</Link>
        ) : null}
      </header>
      <div class="in">
        <dl class="parsed">
          <Fact term={facts.title}>{record.title}</Fact>
          <Fact term={facts.listing}>
            {statedFields(record).length === 0 ? (
              <span class="sub">{text.listingUnknown}</span>
            ) : (
              statedFields(record).map(fieldName).join("、")
            )}{" "}
            {record.relisted ? <Tag kind="re">{text.relisted}</Tag> : null}
          </Fact>
          <Fact term={facts.japan}>
            {each(record.japan, (name) => (
              <JapaneseName lang={lang} name={name} />
            ))}
          </Fact>
          <Fact term={facts.foreign}>
            {each(record.foreign, (party) => (
              <ForeignName lang={lang} {...party} />
            ))}
          </Fact>
          <Fact term={facts.dates}>
            {each(record.dates, (date) => (
              <DateRead lang={lang} date={date} />
            ))}
          </Fact>
          <Fact term={facts.background}>{prose(record.background, lang)}</Fact>
          <Fact term={facts.activities}>{prose(record.activities, lang)}</Fact>
          <Fact term={facts.outcomes}>{prose(record.outcomes, lang)}</Fact>
          <Fact term={facts.urls}>
            {each(record.urls, (url) => (
              <Link href={url}>{url}</Link>
            ))}
          </Fact>
          <Fact term={facts.departments}>{each(record.departments, (name) => name)}</Fact>
          <Fact term={facts.phones}>{each(record.phones, (phone) => phone)}</Fact>
        </dl>
      </div>
    </section>
  );
}

/** null says 記載なし. */
function each<T>(list: readonly T[], view: (item: T) => Child): Child {
  if (list.length === 0) return null;
  return (
    <ul>
      {list.map((item) => (
        <li class="wording">{view(item)}</li>
      ))}
    </ul>
  );
}

function JapaneseName({ lang, name }: Readonly<{ lang: Lang; name: string }>) {
  const { draft: text } = words(lang);
  const { governmentCode } = japaneseParty(name);
  return (
    <>
      {name} <span class="sub small">{governmentCode === null ? text.noCode : text.code(governmentCode)}</span>
    </>
  );
}

function ForeignName({ lang, name, country }: Readonly<{ lang: Lang; name: string; country: string | null }>) {
  const { draft: text } = words(lang);
  return (
    <>
      {name}{" "}
      <span class="sub small">
        {country === null ? text.countryUnknown : `${countryName(country, lang)}（${country}）`}
      </span>
    </>
  );
}

function DateRead({ lang, date }: Readonly<{ lang: Lang; date: DraftDate }>) {
  const { draft: text } = words(lang);
  const view = dateView(date);
  return (
    <>
      <span class="sub small">{[dateRoleText(date.role, lang), date.party ?? ""].join(" ").trim()}</span>{" "}
      {view === null ? <span class="sub">{text.unreadableDate}</span> : <DateText date={view} />}
      <br />
      <Printed text={date.asPrinted} />
    </>
  );
}

/** Folded: the text itself stands in the source beside. */
function prose(value: string | null, lang: Lang): Child {
  if (value === null) return null;
  const paragraphs = value.split(/\n+/u).filter((paragraph) => paragraph.trim() !== "");
  return (
    <details>
      <summary>{words(lang).draft.text(paragraphs.length, value.replace(/\s/gu, "").length)}</summary>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </details>
  );
}
