/** Frame of the pages of people: the way leads over the body; a refusal and what was done stand above the content. */
import type { Child } from "hono/jsx";
import { type Crumb, Notice, pathIn } from "../../../ui/index.ts";
import { type Body, bodyAddress } from "../../bodies/body.ts";
import { bodyWords } from "../../bodies/words.ts";
import { OfficeFrame, type OfficePage } from "../../office-page.tsx";
import { memberWords } from "../words.ts";

export type MemberFrameProps = Readonly<{
  page: OfficePage;
  body: Body;
  title: string;
  /** What the page stands behind: the list of people, or the body itself. */
  behind?: "people" | "body" | undefined;
  way?: readonly Crumb[] | undefined;
  children?: Child;
}>;

export function MemberFrame({ page, body, title, way = [], behind = "people", children }: MemberFrameProps) {
  const { lang } = page;
  const own = bodyAddress(body.id);
  const list = behind === "body" ? [] : [{ label: memberWords(lang).title, href: pathIn(lang, `${own}/members`) }];
  const toBody = [
    { label: bodyWords(lang).title, href: pathIn(lang, "/bodies") },
    { label: body.name, href: pathIn(lang, own) },
  ];
  return (
    <OfficeFrame page={page} title={title} way={[...toBody, ...list, ...way]} current="bodies">
      {children}
    </OfficeFrame>
  );
}

export function Refusal({ title, text }: Readonly<{ title: string; text: string | undefined }>) {
  if (text === undefined) return null;
  return (
    <Notice kind="err" title={title} announce>
      <p>{text}</p>
    </Notice>
  );
}

export function memberAddress(bodyId: string, accountId: string): string {
  return `${bodyAddress(bodyId)}/members/${accountId}`;
}
