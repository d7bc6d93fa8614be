/** The texts of an agreement: background, activities, outcomes. */
import type { AgreementFacts } from "../../agreement.ts";
import { useWords } from "../words.ts";

export function Texts({ facts }: Readonly<{ facts: AgreementFacts }>) {
  const { record, facts: names } = useWords();
  const texts = (["background", "activities", "outcomes"] as const).flatMap((name) => {
    const text = facts[name];
    return text === null ? [] : [{ name, text }];
  });
  return (
    <div class="text mt-xl">
      <h2 class="mb">{record.texts}</h2>
      {texts.length === 0 ? <p class="sub">{record.noTexts}</p> : null}
      {texts.map(({ name, text }) => (
        <>
          <h3>{names[name]}</h3>
          {text.split(/\n+/u).map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </>
      ))}
    </div>
  );
}
