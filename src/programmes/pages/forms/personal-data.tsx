/** What looks like personal data and would be published by saving, and the field that says why it may be. */
import type { PersonalData } from "../../../kernel/personal-data.ts";
import { Notice, TextInput } from "../../../ui/index.ts";
import { useWords } from "../words.ts";

export type Personal = Readonly<{ warnings: readonly PersonalData[]; confirmation: string }>;

export function PersonalDataFields({ warnings, confirmation }: Personal) {
  const { personalData: w } = useWords();
  return (
    <section class="stack">
      <Notice kind="warn" title={w.title} id="personal-data" announce>
        <p>{w.lead}</p>
        <ul class="mt-s">
          {warnings.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ul>
      </Notice>
      <TextInput name="confirmation" label={w.confirm} hint={w.confirmHint} value={confirmation} error={w.needed} />
    </section>
  );
}
