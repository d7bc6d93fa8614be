/** Someone saved the programme first (409): only what differs, side by side, and which to keep. Nothing typed is lost. */
import { instantText, Typed } from "../../../registry/index.ts";
import { Button, ButtonLink, ConflictTable, PageHead, pathIn } from "../../../ui/index.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { RecordedProgramme } from "../../recorded-programme.ts";
import { ProgrammeFrame } from "../frame.tsx";
import type { PageContext } from "../page-context.ts";
import { words } from "../words.ts";

export type Difference = Readonly<{
  field: string;
  label: string;
  saved: string;
  mine: string;
  keep: "saved" | "mine";
}>;

export type ConflictPageProps = Readonly<{
  page: PageContext;
  saved: RecordedProgramme;
  /** Japanese address the form is sent to again. */
  action: string;
  differences: readonly Difference[];
  /** Somebody took away what the form was opened with. */
  isGone?: boolean;
  sent: FormData;
}>;

export function ConflictPage({ page, saved, action, differences, isGone = false, sent }: ConflictPageProps) {
  const { conflict: w } = words(page.lang);
  const own = pathIn(page.lang, programmeAddress(saved.id));
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: saved.facts.title, href: own }, { label: w.title }]}>
      <PageHead kicker={saved.facts.title} title={w.title} lead={w.lead} />
      <p class="mt">{w.savedAt(instantText(saved.updatedAt, page.lang))}</p>
      <form class="mt-l" method="post" action={pathIn(page.lang, action)}>
        <Typed form={sent} version={saved.version} />
        {differences.length === 0 ? <p>{isGone ? w.gone : w.nothing}</p> : <ConflictTable conflicts={differences} />}
        <div class="row mt-l">
          <Button look="main" name="act" value="save">
            {w.save}
          </Button>
          <ButtonLink look="plain" href={own}>
            {w.discard}
          </ButtonLink>
        </div>
      </form>
    </ProgrammeFrame>
  );
}

/** Fields for which the person keeps what is saved. */
export function keptOf(form: FormData): ReadonlySet<string> {
  const kept = [...form].filter(([name, value]) => name.startsWith("keep.") && value === "saved");
  return new Set(kept.map(([name]) => name.slice("keep.".length)));
}
