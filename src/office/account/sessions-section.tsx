/** Where one is signed in, and signing out there. */
import type { OwnSession } from "../../platform/index.ts";
import { Button, type Column, DataTable, type Lang, pathIn, Section, Tag } from "../../ui/index.ts";
import { readableTime } from "../sign-in/readable-time.ts";
import { deviceWords } from "./device-words.ts";
import { words } from "./words.ts";

export function SessionsSection({ lang, sessions }: Readonly<{ lang: Lang; sessions: readonly OwnSession[] }>) {
  const { sessions: texts } = words(lang);
  return (
    <Section id="sessions" title={texts.title}>
      <form method="post" action={pathIn(lang, "/account/sessions/end")}>
        <DataTable caption={texts.caption} captionHidden columns={columns(lang)} rows={sessions} />
        {sessions.length < 2 ? null : (
          <p class="mt">
            <Button name="session" value="all">
              {texts.endAll}
            </Button>
          </p>
        )}
      </form>
    </Section>
  );
}

function columns(lang: Lang): readonly Column<OwnSession>[] {
  const { sessions: texts } = words(lang);
  return [
    {
      label: texts.device,
      header: true,
      cell: ({ userAgent, since }) => (
        <>
          {deviceWords(userAgent, lang)}
          <div class="sub">{texts.since(readableTime(since, lang))}</div>
        </>
      ),
    },
    { label: texts.method, cell: ({ method }) => texts.methods[method] },
    { label: texts.lastUsed, cell: ({ lastUsed }) => readableTime(lastUsed, lang) },
    {
      label: texts.act,
      cell: ({ id, isThis }) =>
        isThis ? (
          <Tag>{texts.isThis}</Tag>
        ) : (
          <Button small name="session" value={id}>
            {texts.end}
          </Button>
        ),
    },
  ];
}
