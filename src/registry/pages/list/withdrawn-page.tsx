/** Records the public does not read: only operators see this list, so that a withdrawn record can be found again. */
import { DataTable, PageHead } from "../../../ui/index.ts";
import type { AgreementSummary } from "../../list-agreements-query.ts";
import { agreementColumns } from "../agreement-columns.tsx";
import { RegistryFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";

export type WithdrawnPageProps = Readonly<{ page: PageContext; rows: readonly AgreementSummary[] }>;

export const WITHDRAWN_SHOWN = 200;

export function WithdrawnPage({ page, rows }: WithdrawnPageProps) {
  const { withdrawn } = words(page.lang);
  return (
    <RegistryFrame page={page} title={withdrawn.title} crumbs={[{ label: withdrawn.title }]}>
      <PageHead title={withdrawn.title} lead={withdrawn.lead(WITHDRAWN_SHOWN)} />
      <div class="mt-l">
        <DataTable
          caption={withdrawn.title}
          captionHidden
          rows={rows}
          columns={agreementColumns(page.lang)}
          empty={<p class="sub">{withdrawn.none}</p>}
        />
      </div>
    </RegistryFrame>
  );
}
