/** The bodies whose people the reader may see. */
import { ButtonLink, type Column, DataTable, EmptyState, Link, Notice, PageHead, pathIn } from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { bodyAddress } from "../body.ts";
import type { CountedBody } from "../body-store.ts";
import type { BodyWords } from "../messages.ja.ts";
import { bodyWords } from "../words.ts";

export type BodiesPageProps = Readonly<{ page: OfficePage; bodies: readonly CountedBody[]; canCreate: boolean }>;

export function BodiesPage({ page, bodies, canCreate }: BodiesPageProps) {
  const { lang } = page;
  const w = bodyWords(lang);
  const create = canCreate ? (
    <ButtonLink look="main" href={pathIn(lang, "/bodies/new")}>
      {w.new}
    </ButtonLink>
  ) : undefined;
  const empty = canCreate ? (
    <EmptyState title={w.empty} lead={w.emptyLead} actions={create} />
  ) : (
    <EmptyState title={w.noneReadable} lead={w.noneReadableLead} />
  );
  return (
    <OfficeFrame page={page} title={w.title} current="bodies">
      <PageHead kicker={w.kicker} title={w.title} lead={w.lead} actions={bodies.length === 0 ? undefined : create} />
      <DataTable<CountedBody>
        caption={w.caption(bodies.length)}
        rows={bodies}
        empty={empty}
        columns={columns(w, page)}
      />
    </OfficeFrame>
  );
}

function columns(w: BodyWords, { lang }: OfficePage): readonly Column<CountedBody>[] {
  return [
    {
      label: w.name,
      header: true,
      cell: (body) => (
        <>
          <Link href={pathIn(lang, bodyAddress(body.id))}>{body.name}</Link>
          {body.unit === null ? null : <span class="sub">{body.unit}</span>}
        </>
      ),
    },
    { label: w.kind, cell: ({ kind }) => w.kinds[kind] },
    { label: w.code, cell: ({ governmentCode }) => governmentCode ?? "" },
    {
      label: w.membersColumn,
      cell: ({ members, administrators, isDisabled }) => (
        <>
          {w.members(members)}
          {administrators === 0 && !isDisabled ? <span class="sub">　{w.noAdministrator}</span> : null}
        </>
      ),
    },
    { label: w.approval, cell: ({ asksApproval }) => (asksApproval ? w.approvalAsked : w.approvalNotAsked) },
    { label: w.use, cell: ({ isDisabled }) => (isDisabled ? w.disabled : w.inUse) },
  ];
}

/** After an act: what was done. */
export function Saved({ text }: Readonly<{ text: string | undefined }>) {
  return text === undefined ? null : <Notice kind="ok" title={text} announce />;
}
