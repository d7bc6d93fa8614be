/** Where something looks like personal data, and the field that says why it may be published all the same. */
import { Notice, TextInput, useLang } from "../../../ui/index.ts";
import type { PersonalDataWarning } from "../../problems.ts";
import { factLabel } from "../fact-text.ts";
import { useWords } from "../words.ts";

export type PersonalDataNoticeProps = Readonly<{
  warnings: readonly PersonalDataWarning[];
  /** Nothing is published yet: it can be saved and is asked again. */
  isDraft?: boolean | undefined;
  /** Instead of the usual sentence. */
  lead?: string | undefined;
}>;

export function PersonalDataNotice({ warnings, isDraft = false, lead }: PersonalDataNoticeProps) {
  const { personalData: w } = useWords();
  const lang = useLang();
  if (warnings.length === 0) return null;
  return (
    <Notice kind="warn" title={w.title} id="personal-data">
      <p>{lead ?? (isDraft ? w.draftLead : w.lead)}</p>
      <ul class="mt-s">
        {warnings.map(({ fact, index, kind, text }) => (
          <li>
            {w.found(w.place(factLabel(fact, lang), index === undefined ? null : index + 1), w.kinds[kind], text)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export type ConfirmationProps = Readonly<{ value: string; isMissing: boolean }>;

/** Stands where the button that publishes is; left out when nothing looks like personal data. */
export function PersonalDataConfirmation({ value, isMissing }: ConfirmationProps) {
  const { personalData: w } = useWords();
  const error = isMissing ? w.needed : undefined;
  return (
    <TextInput
      name="confirmation"
      label={w.confirm}
      hint={w.confirmHint}
      value={value}
      error={error}
      optionalWords=""
    />
  );
}
