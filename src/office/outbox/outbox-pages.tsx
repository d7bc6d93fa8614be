/** The outbox: envelopes; a letter without what its links hide; and with it, for who passes it on. */
import type { KeptEnvelope, KeptMessage } from "../../platform/index.ts";
import { Button, ButtonLink, EmptyState, Link, Notice, PageHead, pathIn } from "../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../office-page.tsx";
import { readableTime } from "../sign-in/readable-time.ts";
import { en } from "./messages.en.ts";
import { ja } from "./messages.ja.ts";

const textsOf = ({ lang }: OfficePage) => (lang === "ja" ? ja : en);

/** Address of a letter: its file's name without the ending. */
export function letterAddress(name: string): string {
  return `/outbox/${name.replace(/\.eml$/u, "")}`;
}

type OutboxProps = Readonly<{
  page: OfficePage;
  /** Null when letters leave by SMTP. */
  letters: readonly KeptEnvelope[] | null;
}>;

export function OutboxPage({ page, letters }: OutboxProps) {
  const texts = textsOf(page);
  return (
    <OfficeFrame page={page} title={texts.title} current="outbox">
      <PageHead title={texts.title} lead={letters === null ? texts.smtp : texts.lead} />
      {letters?.length === 0 ? (
        <EmptyState
          title={texts.none}
          lead={texts.noneLead}
          actions={<ButtonLink href={pathIn(page.lang, "/bodies")}>{texts.toBodies}</ButtonLink>}
        />
      ) : null}
      <ol class="stack">
        {(letters ?? []).map((letter) => (
          <li class="card">
            <h2>{letter.subject}</h2>
            <Envelope page={page} letter={letter} />
            <p class="mt-s">
              <Link href={pathIn(page.lang, letterAddress(letter.name))}>
                {texts.open}
                <span class="vh">{texts.of(letter.subject)}</span>
              </Link>
            </p>
          </li>
        ))}
      </ol>
    </OfficeFrame>
  );
}

function Envelope({ page, letter }: Readonly<{ page: OfficePage; letter: KeptEnvelope }>) {
  const texts = textsOf(page);
  return (
    <p class="sub mb-s">
      {texts.to}　{letter.to}　{texts.at}　{readableTime(letter.writtenAt, page.lang)}
    </p>
  );
}

/** `hidden`: something of the text is left out; `shown`: nothing is, and that is in the audit; `plain`: there is nothing to hide. */
export type LetterState = "hidden" | "shown" | "plain";

type LetterProps = Readonly<{ page: OfficePage; letter: KeptMessage; state: LetterState }>;

export function LetterPage({ page, letter, state }: LetterProps) {
  const texts = textsOf(page);
  const { lang } = page;
  const way = [{ label: texts.title, href: pathIn(lang, "/outbox") }];
  return (
    <OfficeFrame page={page} title={letter.subject} way={way} current="outbox">
      <PageHead title={letter.subject} />
      <Envelope page={page} letter={letter} />
      {state === "plain" ? null : (
        <Notice kind={state === "shown" ? "warn" : "info"} title={texts[state].title} announce={state === "shown"}>
          <p>{texts[state].lead}</p>
          {state === "hidden" ? (
            <form class="mt-s" method="post" action={pathIn(lang, `${letterAddress(letter.name)}/links`)}>
              <Button>{texts.hidden.show}</Button>
            </form>
          ) : null}
        </Notice>
      )}
      <p class="card mt-l asprinted">
        {letter.text.split("\n").map((line) => (
          <>
            {line}
            <br />
          </>
        ))}
      </p>
      <p class="mt-l">
        <Link href={pathIn(lang, "/outbox")}>{texts.back}</Link>
      </p>
    </OfficeFrame>
  );
}
