/** Someone saved the record first (409): only what differs, side by side, and which to keep. Everything typed travels along. */
import { Button, ButtonLink, ConflictTable, type Lang, PageHead, pathIn } from "../../../ui/index.ts";
import type { AgreementFacts } from "../../agreement.ts";
import { agreementAddress } from "../../criteria-address.ts";
import type { RecordedAgreement } from "../../recorded-agreement.ts";
import { factText } from "../fact-text.ts";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";
import type { FactConflict } from "./merge-changes.ts";
import { Typed } from "./typed.tsx";

export type ConflictPageProps = Readonly<{
  page: PageContext;
  saved: RecordedAgreement;
  mine: AgreementFacts;
  conflicts: readonly FactConflict[];
  /** Who saved it and when, in words. */
  savedBy: string;
  /** The form as it was sent. */
  sent: FormData;
}>;

export function ConflictPage({ page, saved, mine, conflicts, savedBy, sent }: ConflictPageProps) {
  const { lang } = page;
  const { conflict, facts, record } = words(lang);
  const own = pathIn(lang, agreementAddress(saved.id));
  return (
    <RegistryFrame
      page={page}
      title={conflict.title}
      crumbs={[
        { label: saved.title, href: own },
        { label: record.edit, href: `${own}/edit` },
        { label: conflict.title },
      ]}
    >
      <PageHead kicker={saved.title} title={conflict.title} lead={conflict.lead} />
      <p class="mt">{savedBy}</p>
      <form class="mt-l" method="post" action={pathIn(lang, `${agreementAddress(saved.id)}/edit`)}>
        <Typed form={sent} version={saved.version} />
        {conflicts.length === 0 ? (
          <p>{conflict.nothing}</p>
        ) : (
          <ConflictTable
            conflicts={conflicts.map(({ fact, keep }) => ({
              field: fact,
              label: facts[fact],
              saved: factText(saved, fact, lang),
              mine: factText(mine, fact, lang),
              keep,
            }))}
          />
        )}
        <p class="sub mt">{conflict.same}</p>
        <div class="row mt-l">
          <Button look="main" name="act" value="save">
            {conflict.save}
          </Button>
          <ButtonLink look="plain" href={own}>
            {conflict.discard}
          </ButtonLink>
        </div>
      </form>
    </RegistryFrame>
  );
}

export function savedByText(who: string, when: string, lang: Lang): string {
  return words(lang).conflict.savedBy(when, who);
}
