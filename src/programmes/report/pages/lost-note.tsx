/** For whoever prepares a report: what its columns cannot say as it was entered, with the way to each entry. */
import { Link, Notice, pathIn, useLang } from "../../../ui/index.ts";
import { useWords } from "../../pages/words.ts";
import { shortYearText } from "../../pages/year-words.ts";
import { programmeAddress } from "../../programme-address.ts";
import type { LostInReport } from "../lost-in-report.ts";

export function LostInReportNote({ lost }: Readonly<{ lost: readonly LostInReport[] }>) {
  const { entryForm, column, separator } = useWords();
  const { lost: w } = entryForm;
  const lang = useLang();
  if (lost.length === 0) return null;
  return (
    <Notice kind="gray" title={w.title} level={3} id="lost">
      <p>{w.lead}</p>
      <ul class="mt-s">
        {lost.map(({ id, title, fiscalYear, column: side, parts }) => (
          <li>
            <Link href={`${pathIn(lang, programmeAddress(id))}/years/${fiscalYear}/${side}`}>
              {title}　{entryForm.title(shortYearText(fiscalYear, lang), column[side])}
            </Link>
            <span class="sub">　{parts.map((part) => w.parts[part]).join(separator)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
