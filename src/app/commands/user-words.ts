/** Sentences of the command `user`. */
import type { InviteProblem, ListedAccount } from "../../platform/index.ts";
import type { CommandLanguage } from "./words.ts";

type UserWords = Readonly<{
  use: string;
  none: string;
  line: (account: ListedAccount) => string;
  noBody: (body: string) => string;
  noAccount: (email: string) => string;
  invited: string;
  disabled: (email: string) => string;
  reset: (email: string) => string;
  problems: Readonly<Record<InviteProblem["code"], string>>;
}>;

export const userWords: Readonly<Record<CommandLanguage, UserWords>> = {
  ja: {
    use: `user list [--json]
user invite メールアドレス --body 団体の番号か自治体コード --role 役割
user disable メールアドレス
user reset-second-factor メールアドレス
役割: national_officer prefecture_coordinator municipal_editor municipal_approver judge researcher body_administrator system_administrator`,
    none: "アカウントはまだありません。",
    line: ({ id, email, displayName, roles, isDisabled, isSample, hasSecondFactor }) =>
      [id, email, displayName, roles.join(" ") || "役割なし", ...marks({ isDisabled, isSample, hasSecondFactor })].join(
        "\t",
      ),
    noBody: (body) => `団体 ${body} はありません。画面の「団体と職員」で先に作ってください。`,
    noAccount: (email) => `${email} の使えるアカウントはありません。`,
    invited: "招待を作りました。次のリンクを本人に渡してください（72時間、一度だけ使えます）。",
    disabled: (email) => `${email} を使えなくしました。サインインは終わりました。`,
    reset: (email) =>
      `${email} の認証アプリ、回復コード、パスキーを外しました。次のページからサインインし、用意し直してください。`,
    problems: {
      invitation_email_invalid: "メールアドレスの形ではありません。",
      invitation_days_reversed: "期間の終わりが始まりより前です。",
      invitation_role_held: "その人は、その団体のその役割をすでに持っています。",
    },
  },
  en: {
    use: `user list [--json]
user invite EMAIL --body ID|CODE --role ROLE
user disable EMAIL
user reset-second-factor EMAIL
Roles: national_officer prefecture_coordinator municipal_editor municipal_approver judge researcher body_administrator system_administrator`,
    none: "There are no accounts yet.",
    line: ({ id, email, displayName, roles, isDisabled, isSample, hasSecondFactor }) =>
      [
        id,
        email,
        displayName,
        roles.join(" ") || "no role",
        isDisabled ? "disabled" : "",
        isSample ? "sample" : "",
        hasSecondFactor ? "second factor" : "",
      ]
        .filter(Boolean)
        .join("\t"),
    noBody: (body) => `There is no body ${body}. Make it first on the page of bodies.`,
    noAccount: (email) => `There is no account in use with ${email}.`,
    invited: "Invitation made. Give this link to the person (72 hours, works once).",
    disabled: (email) => `${email} is disabled and signed out.`,
    reset: (email) =>
      `Authenticator app, recovery codes and passkeys of ${email} are removed. Sign in and set up anew.`,
    problems: {
      invitation_email_invalid: "That is no e-mail address.",
      invitation_days_reversed: "The period ends before it begins.",
      invitation_role_held: "The person holds that role in that body already.",
    },
  },
};

type Marked = Pick<ListedAccount, "isDisabled" | "isSample" | "hasSecondFactor">;

function marks({ isDisabled, isSample, hasSecondFactor }: Marked): readonly string[] {
  return [isDisabled ? "停止中" : "", isSample ? "見本" : "", hasSecondFactor ? "二つ目の確認あり" : ""].filter(
    Boolean,
  );
}
