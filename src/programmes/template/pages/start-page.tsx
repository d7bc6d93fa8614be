/** `/programmes/workbook`: whose workbook, take it, and send it back. What went wrong with the last file stands above. */
import {
  Button,
  ButtonLink,
  Field,
  Link,
  Notice,
  PageHead,
  pathIn,
  Section,
  Steps,
  TextInput,
} from "../../../ui/index.ts";
import { ProgrammeFrame } from "../../pages/frame.tsx";
import type { PageContext } from "../../pages/page-context.ts";
import { workbookPageWords } from "./words.ts";
import { MOST_IN_WORKBOOK, WORKBOOK_PATH } from "./workbook-address.ts";

/** Whose workbook it is. */
export type WorkbookBody = Readonly<{ owner: string; name: string; programmes: number }>;

export type StartPageProps = Readonly<{
  page: PageContext;
  /** The code as typed. */
  asked: string;
  /** Null while none is chosen, or none has the code. */
  body: WorkbookBody | null;
  isUnknown?: boolean;
  /** No file came with the form. */
  isMissing?: boolean;
  /** Why the file could not be read. */
  refusal?: string | undefined;
  /** How many programmes were saved just now. */
  saved?: number | undefined;
}>;

export function StartPage({ page, asked, body, isUnknown, isMissing, refusal, saved }: StartPageProps) {
  const w = workbookPageWords(page.lang);
  return (
    <ProgrammeFrame page={page} title={w.title} crumbs={[{ label: w.title }]} current="programme-workbook">
      <PageHead title={w.title} lead={w.lead} actions={<Steps steps={w.steps} current={0} />} />
      {saved === undefined ? null : (
        <Notice kind="ok" title={w.saved(saved)} announce>
          <p>{w.savedText}</p>
        </Notice>
      )}
      {refusal === undefined ? null : (
        <Notice kind="err" title={w.unreadable} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      {body === null ? (
        <Choose page={page} asked={asked} error={isUnknown === true ? w.ownerUnknown : undefined} />
      ) : (
        <OfBody page={page} body={body} error={isMissing === true ? w.noFile : undefined} />
      )}
    </ProgrammeFrame>
  );
}

type ChooseProps = Readonly<{ page: PageContext; asked: string; error: string | undefined }>;

function Choose({ page, asked, error }: ChooseProps) {
  const w = workbookPageWords(page.lang);
  return (
    <Section id="choose" title={w.choose}>
      <form class="stack-l narrow" method="get" action={pathIn(page.lang, WORKBOOK_PATH)}>
        <TextInput
          {...{ name: "government", label: w.government, hint: w.governmentHint, value: asked }}
          {...{ required: true, keyboard: "numeric", error }}
        />
        <div class="row">
          <Button look="main">{w.open}</Button>
        </div>
      </form>
    </Section>
  );
}

type OfBodyProps = Readonly<{ page: PageContext; body: WorkbookBody; error: string | undefined }>;

function OfBody({ page, body: { owner, name, programmes }, error }: OfBodyProps) {
  const w = workbookPageWords(page.lang);
  const own = (path: string) => pathIn(page.lang, path);
  const isTooMany = programmes > MOST_IN_WORKBOOK;
  const downloadWords = isTooMany
    ? w.tooMany(name, programmes, MOST_IN_WORKBOOK)
    : programmes === 0
      ? w.noProgrammes(name)
      : w.downloadText(name, programmes);
  return (
    <>
      <Section id="download" title={w.download}>
        <p>{downloadWords}</p>
        {programmes === 0 || isTooMany ? null : (
          <div class="row mt">
            <ButtonLink href={own(`/programmes/report/workbook.xlsx?government=${owner}`)}>{w.workbook}</ButtonLink>
          </div>
        )}
      </Section>
      <Section id="upload" title={w.upload}>
        <p>{w.uploadText}</p>
        <form class="stack-l mt narrow" method="post" action={own(WORKBOOK_PATH)} enctype="multipart/form-data">
          <input type="hidden" name="government" value={owner} />
          <Field name="file" label={w.file} hint={w.fileHint} error={error} required>
            <input
              {...{ class: "input", id: "file", name: "file", type: "file", accept: ".xlsx" }}
              aria-describedby={error === undefined ? "file-hint" : "file-error file-hint"}
            />
          </Field>
          <div class="row">
            <Button look="main">{w.send}</Button>
          </div>
        </form>
      </Section>
      <p class="mt-l row">
        <Link href={own(`${WORKBOOK_PATH}?government=`)}>{w.otherBody}</Link>
        <Link href={own(`/programmes/report?government=${owner}`)}>{w.back}</Link>
      </p>
    </>
  );
}
