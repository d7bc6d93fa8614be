import type { NoSuchMember } from "../../platform/index.ts";
import type { CommandLanguage } from "./words.ts";

type ActingWords = Readonly<{
  bodyWithoutPerson: string;
  noBody: (body: string) => string;
  notPermitted: (email: string, body: string) => string;
  problems: Readonly<Record<NoSuchMember["code"], (email: string) => string>>;
}>;

export const actingWords: Readonly<Record<CommandLanguage, ActingWords>> = {
  ja: {
    bodyWithoutPerson: "--body は --as といっしょに使います。",
    noBody: (body) => `団体「${body}」は見つかりません。`,
    notPermitted: (email, body) => `${email} の ${body} での役割では、これはできません。何も保存していません。`,
    problems: {
      account_unknown: (email) => `${email} のアカウントはありません。`,
      account_disabled: (email) => `${email} のアカウントは止められています。`,
      no_role_today: (email) => `${email} には、今日の役割がありません。`,
      no_role_there: (email) => `${email} には、その団体での今日の役割がありません。`,
    },
  },
  en: {
    bodyWithoutPerson: "Use --body together with --as.",
    noBody: (body) => `There is no body “${body}”.`,
    notPermitted: (email, body) => `The roles of ${email} in ${body} do not include this. Nothing was saved.`,
    problems: {
      account_unknown: (email) => `There is no account ${email}.`,
      account_disabled: (email) => `The account ${email} is disabled.`,
      no_role_today: (email) => `${email} holds no role today.`,
      no_role_there: (email) => `${email} holds no role in that body today.`,
    },
  },
};
