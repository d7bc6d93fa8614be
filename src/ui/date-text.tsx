/**
 * A date for reading: 平成24年5月23日（2012年）, the era first and the western year in grey; English pages show the
 * western form first. Month-only and year-only dates stay so. An absent date says so; two years that disagree are
 * tagged, and the page shows the printed wording beside.
 */
import type { DateView } from "./date-view.ts";
import { useLang } from "./lang.ts";
import { useTexts } from "./messages.ts";
import { Tag } from "./tag.tsx";

export type DateTextProps = Readonly<{
  /** null when nobody stated a date. */
  date: DateView | null;
}>;

export function DateText({ date }: DateTextProps) {
  const texts = useTexts();
  const lang = useLang();
  if (date === null) return <span class="sub">{texts.date.none}</span>;
  const first = lang === "ja" ? date.wareki : date.english;
  const second = lang === "ja" ? westernYear(date.western) : date.wareki;
  const isReadable = date.western !== "";
  return (
    <>
      <time datetime={date.datetime}>
        <span class={isReadable ? "nowrap" : undefined}>{first}</span>
        {isReadable ? <span class="western">{texts.date.western(second)}</span> : null}
      </time>
      {date.inConflict === true ? (
        <>
          {" "}
          <Tag kind="est">{texts.date.conflict}</Tag>
        </>
      ) : null}
    </>
  );
}

/** Only the year is added after an era date; the rest would say the same twice. */
function westernYear(western: string): string {
  return /^\d+年度?/u.exec(western)?.[0] ?? western;
}
