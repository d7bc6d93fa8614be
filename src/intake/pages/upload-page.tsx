/** Choosing a file to import. What went wrong with the last one stands above the form. */
import { Button, ButtonLink, Field, Notice, PageHead, pathIn, Select, Steps } from "../../ui/index.ts";
import { IntakeFrame } from "./intake-frame.tsx";
import type { PageContext } from "./page-context.ts";
import { words } from "./words.ts";

export type UploadPageProps = Readonly<{
  context: PageContext;
  /** Names of the layouts a person may choose from. */
  layouts: readonly string[];
  /** Why the last file could not be read. */
  refusal?: string | undefined;
  /** No file was chosen. */
  missing?: boolean;
  layout?: string | undefined;
}>;

export function UploadPage({ context, layouts, refusal, missing = false, layout }: UploadPageProps) {
  const { lang } = context;
  const { upload: text, steps } = words(lang);
  const error = missing ? text.noFile : undefined;
  return (
    <IntakeFrame context={context} title={text.title} crumbs={[{ label: text.title }]}>
      <PageHead title={text.title} lead={text.lead} actions={<Steps steps={steps} current={0} />} />
      {refusal === undefined ? null : (
        <Notice kind="err" title={text.failed} announce>
          <p>{refusal}</p>
        </Notice>
      )}
      <form
        class="stack-l mt-l narrow"
        method="post"
        action={pathIn(lang, "/imports/new")}
        enctype="multipart/form-data"
      >
        <Field name="file" label={text.file} hint={text.fileHint} error={error} required>
          <input
            class="input"
            id="file"
            name="file"
            type="file"
            accept=".txt,.md,.html,.htm,.docx,.pdf,.xlsx,.csv,.tsv"
            aria-describedby={error === undefined ? "file-hint" : "file-error file-hint"}
          />
        </Field>
        <Select
          name="layout"
          label={text.layout}
          hint={text.layoutHint}
          emptyLabel={null}
          value={layout ?? "auto"}
          options={["auto", ...layouts].map((name) => ({ value: name, label: text.layouts[name] ?? name }))}
        />
        <div class="row">
          <Button look="main">{text.send}</Button>
          <ButtonLink look="plain" href={pathIn(lang, "/imports")}>
            {text.cancel}
          </ButtonLink>
        </div>
      </form>
    </IntakeFrame>
  );
}
