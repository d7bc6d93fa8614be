/** What every preview of changed programmes has: why nothing was saved, before and after of a cell, and the way to save. */
import type { Child } from "hono/jsx";
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { Notice, Section, TextInput } from "../../../ui/index.ts";
import { PersonalDataFields } from "../../pages/forms/personal-data.tsx";

export function RefusedNotice({ title, sentences }: Readonly<{ title: string; sentences: readonly string[] }>) {
  if (sentences.length === 0) return null;
  return (
    <Notice kind="err" title={title} announce>
      <ul>
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Line breaks of a cell stay. */
export function CellValue({ text, empty }: Readonly<{ text: string; empty: string }>) {
  if (text === "") return <span class="sub">{empty}</span>;
  return (
    <>
      {text.split("\n").map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
    </>
  );
}

export type SaveSectionProps = Readonly<{
  words: Readonly<{ saveTitle: string; approval: string; atOnce: string; reason: string; reasonHint: string }>;
  asksApproval: boolean;
  /** Address the form is sent to. */
  action: string;
  reason: string | undefined;
  confirmation: string | undefined;
  personal: readonly PersonalData[] | undefined;
  /** What is sent along unseen. */
  carried: Child;
  buttons: Child;
}>;

export function SaveSection(props: SaveSectionProps) {
  const { words: w, asksApproval, action, reason = "", confirmation = "", personal, carried, buttons } = props;
  return (
    <Section id="save" title={w.saveTitle}>
      <p>{asksApproval ? w.approval : w.atOnce}</p>
      <form class="stack-l mt narrow" method="post" action={action} enctype="multipart/form-data">
        {carried}
        {personal === undefined ? null : <PersonalDataFields warnings={personal} confirmation={confirmation} />}
        <TextInput name="reason" label={w.reason} hint={w.reasonHint} value={reason} />
        <div class="row">{buttons}</div>
      </form>
    </Section>
  );
}
