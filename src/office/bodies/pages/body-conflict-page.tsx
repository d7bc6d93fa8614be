/** Someone saved the settings first (409): what differs, side by side, and which to keep. */
import { Button, ButtonLink, ConflictTable, type FieldConflict, PageHead, pathIn } from "../../../ui/index.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { type Body, type BodySettings, bodyAddress } from "../body.ts";
import type { BodyWords } from "../messages.ja.ts";
import { bodyWords } from "../words.ts";

export type BodyConflictPageProps = Readonly<{
  page: OfficePage;
  saved: Body;
  mine: BodySettings & Readonly<{ isDisabled: boolean; reason: string | null }>;
}>;

export function BodyConflictPage({ page, saved, mine }: BodyConflictPageProps) {
  const { lang } = page;
  const w = bodyWords(lang);
  const own = pathIn(lang, bodyAddress(saved.id));
  const conflicts = conflictsOf(saved, mine, w);
  return (
    <OfficeFrame
      page={page}
      title={w.conflictTitle}
      way={[
        { label: w.title, href: pathIn(lang, "/bodies") },
        { label: saved.name, href: own },
      ]}
      current="bodies"
    >
      <PageHead kicker={saved.name} title={w.conflictTitle} lead={w.conflictLead} />
      <form class="mt-l" method="post" action={own}>
        <input type="hidden" name="version" value={String(saved.version)} />
        <input type="hidden" name="unit" value={mine.unit ?? ""} />
        <input type="hidden" name="approval" value={mine.asksApproval ? "asked" : "none"} />
        <input type="hidden" name="use" value={mine.isDisabled ? "disabled" : "in_use"} />
        <input type="hidden" name="reason" value={mine.reason ?? ""} />
        {conflicts.length === 0 ? <p>{w.conflictNone}</p> : <ConflictTable conflicts={conflicts} />}
        <div class="row mt-l">
          <Button look="main">{w.conflictSave}</Button>
          <ButtonLink look="plain" href={own}>
            {w.conflictDiscard}
          </ButtonLink>
        </div>
      </form>
    </OfficeFrame>
  );
}

function conflictsOf(
  saved: Body,
  mine: BodySettings & Readonly<{ isDisabled: boolean }>,
  w: BodyWords,
): readonly FieldConflict[] {
  const approval = ({ asksApproval }: BodySettings) => (asksApproval ? w.approvalAsked : w.approvalNotAsked);
  const use = ({ isDisabled }: Readonly<{ isDisabled: boolean }>) => (isDisabled ? w.disabled : w.inUse);
  const all: readonly FieldConflict[] = [
    { field: "unit", label: w.unit, saved: saved.unit ?? "", mine: mine.unit ?? "", keep: "mine" },
    { field: "approval", label: w.approval, saved: approval(saved), mine: approval(mine), keep: "mine" },
    { field: "use", label: w.use, saved: use(saved), mine: use(mine), keep: "mine" },
  ];
  return all.filter((one) => one.saved !== one.mine);
}
