/** Letters about accounts, Japanese first and English below: the one who reads has not chosen a language yet. */
import type { Message } from "../mail/mailer.ts";

export function resetLetter(to: string, link: string): Message {
  return {
    to,
    subject: "架け橋: パスワードの設定し直し / Kakehashi: new password",
    text: `架け橋のパスワードを設定し直すには、1時間以内に次のリンクを開いてください。リンクは一度だけ使えます。

${link}

心当たりがないときは、このメールを捨ててください。パスワードは変わりません。

--
To choose a new password for Kakehashi, open the link above within one hour. It works once.
If you did not ask for this, ignore this mail; your password stays as it is.
`,
  };
}

export type InvitationWords = Readonly<{ bodyName: string; roleName: string; link: string; expiresAt: Date }>;

export function invitationLetter(to: string, { bodyName, roleName, link, expiresAt }: InvitationWords): Message {
  const until = new Intl.DateTimeFormat("ja-JP", {
    timeZone: "Asia/Tokyo",
    dateStyle: "long",
    timeStyle: "short",
  }).format(expiresAt);
  return {
    to,
    subject: `架け橋: ${bodyName}からの招待 / Kakehashi: an invitation`,
    text: `${bodyName}の「${roleName}」として、架け橋（国際交流の記録の共有基盤）に招待されました。
${until}までに次のリンクを開いて、手続きをしてください。リンクは一度だけ使えます。

${link}

心当たりがないときは、このメールを捨ててください。

--
You have been invited to Kakehashi, the platform for international exchange of local governments.
Open the link above within 72 hours; it works once. If you did not expect this, ignore this mail.
`,
  };
}

/** Somebody changed the way into the account: its owner should know, in case it was not them. */
export function changedLetter(to: string, what: keyof typeof CHANGES): Message {
  const { ja, en } = CHANGES[what];
  return {
    to,
    subject: `架け橋: ${ja} / Kakehashi: ${en}`,
    text: `架け橋のアカウントで、次の変更がありました。

${ja}

心当たりがないときは、すぐに所属団体の管理者に知らせてください。

--
Your Kakehashi account was changed: ${en}. If this was not you, tell the administrator of your body at once.
`,
  };
}

const CHANGES = {
  password: { ja: "パスワードの変更", en: "password changed" },
  second_factor_removed: { ja: "認証アプリの取り外し", en: "authenticator app removed" },
  passkey_removed: { ja: "パスキーの取り外し", en: "passkey removed" },
  passkey_added: { ja: "パスキーの追加", en: "passkey added" },
} as const;
