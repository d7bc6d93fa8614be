/** Says whether this machine is editing, and where the link comes from when it does not work any more. */
import { Button, type Lang, Notice, type Office, PageFrame, PageHead, pathIn } from "../ui/index.ts";
import { operatorTexts } from "./operator-messages.ts";

export type OperatorPageProps = Readonly<{
  lang: Lang;
  office: Office | undefined;
  /** True when a link was opened that is unknown, used or too old. */
  refused: boolean;
}>;

export function OperatorPage({ lang, office, refused }: OperatorPageProps) {
  const texts = operatorTexts[lang];
  const crumbs = [{ label: texts.title }];
  return (
    <PageFrame lang={lang} path="/operator" title={texts.title} current="operator" crumbs={crumbs} office={office}>
      <div class="wrap narrow">
        <PageHead title={texts.title} />
        {refused ? (
          <Notice kind="err" title={texts.refusedTitle}>
            <p>{texts.refusedText}</p>
          </Notice>
        ) : null}
        {office === undefined && !refused ? <p>{texts.noToken}</p> : null}
        {office === undefined ? null : (
          <form class="mt" method="post" action={pathIn(lang, "/operator/leave")}>
            <p class="mb">{texts.leaveLead}</p>
            <Button>{texts.leave}</Button>
          </form>
        )}
      </div>
    </PageFrame>
  );
}
