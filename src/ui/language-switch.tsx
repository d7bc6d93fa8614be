/** Link to the same page in the other language. */
import { pathIn, useLang } from "./lang.ts";
import { Link } from "./link.tsx";
import { useTexts } from "./messages.ts";

export type LanguageSwitchProps = Readonly<{
  /** Address of this page, query included, in either language. */
  path: string;
}>;

export function LanguageSwitch({ path }: LanguageSwitchProps) {
  const other = useLang() === "ja" ? "en" : "ja";
  return (
    <Link href={pathIn(other, path)} lang={other}>
      {useTexts().frame.otherLanguage}
    </Link>
  );
}
