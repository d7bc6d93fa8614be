/** 職員と役割の画面の言葉。 */
import type { EndRoleProblem } from "./end-role.ts";
import type { GiveRoleProblem } from "./give-role.ts";

import type { InviteProblem } from "./invite.ts";
import type { AccountUseProblem } from "./use-of-account.ts";

export type MemberProblemCode =
  | EndRoleProblem["code"]
  | GiveRoleProblem["code"]
  | AccountUseProblem["code"]
  | InviteProblem["code"]
  | "role_missing"
  | "day_missing"
  | "day_unreadable";

export const ja = {
  title: "職員と役割",
  lead: "この団体で仕事をする人と、その役割です。役割には、いつからいつまでかを付けます。",
  caption: (count: number) => `今いる職員　${count}人`,
  formerCaption: (count: number) => `役割を終えた人　${count}人`,
  empty: "まだ職員がいません",
  emptyLead: "招待を送ると、受け取った人がアカウントを作り、ここに並びます。",
  name: "氏名",
  role: "役割",
  roles: "役割と期間",
  elsewhere: "ほかの団体での役割",
  nowhereElse: "なし",
  body: "団体",
  noReason: "記載なし",
  state: "アカウント",
  disabled: "利用を止めています",
  inUse: "利用中",
  sample: "見本",
  from: (day: string) => `${day}から`,
  until: (day: string) => `${day}まで`,
  open: "終わりは決まっていません",
  later: "これから",
  ended: "終わりました",
  period: "期間",
  email: "メールアドレス",
  rolesHere: (body: string) => `${body} での役割`,
  rolesElsewhere: "ほかの団体での役割（併任・派遣）",
  rolesElsewhereLead: "ほかの団体での役割は、その団体の管理者が付け、終えます。",
  noRoles: "役割はありません。",
  give: "役割を付ける",
  giveLead: "この人に、この団体での別の役割を付けます。",
  givenFrom: "始まりの日",
  givenTo: "終わりの日",
  givenToHint: "空けたままなら、終えるまで続きます。",
  dayHint: "例　令和9年4月1日、2027-04-01",
  reason: "理由",
  reasonHint: "例　4月1日付けの異動",
  giveButton: "この役割を付ける",
  end: "役割を終える",
  endKicker: (role: string) => role,
  endLead: "終わりの日までは、これまでどおり仕事ができます。担当の仕事は移りません。引き継ぎは別に行ってください。",
  endDay: "終わりの日",
  endButton: "この日で終える",
  cancelRole: "この役割を取り消す",
  cancelLead: "まだ始まっていない役割なので、なかったことにできます。",
  cancelButton: "取り消す",
  own: "あなた自身の役割です。終えると、自分では元に戻せません。",
  signOut: "すべての端末でサインアウトさせる",
  useDisable: "アカウントの利用を止める",
  useEnable: "アカウントの利用を再び始める",
  useDisableLead: "止めると、この人はすぐにサインインできなくなります。役割と記録は残り、再び始めることもできます。",
  useEnableLead: "再び始めると、この人は今ある役割でサインインできます。",
  useDisableButton: "利用を止める",
  useEnableButton: "利用を再び始める",
  cancel: "やめて戻る",
  refused: "保存していません",
  handover: "担当の仕事を引き継ぐ",
  invite: "職員を招く",
  inviteTitle: "職員を招く",
  inviteLead:
    "招待のメールを送ります。届いたリンクは72時間、一度だけ使えます。受け取った人が自分で氏名とパスワードを決めます。",
  inviteButton: "招待を送る",
  emailHint: "職場で使うアドレスを入力してください。ほかの団体ですでに使っている人も、同じアドレスで招けます。",
  invitations: "返事を待っている招待",
  invitationsCaption: (count: number) => `${count}件`,
  expires: "使える期限",
  expired: "期限が過ぎました",
  revoke: "取り消す",
  revokeOf: (email: string) => `${email} への招待を取り消す`,
  saved: {
    given: "役割を付けました。",
    ended: "終わりの日を保存しました。",
    cancelled: "役割を取り消しました。",
    disabled: "アカウントの利用を止めました。",
    enabled: "アカウントの利用を再び始めました。",
    signed_out: "すべての端末でサインアウトさせました。",
    invited: "招待を送りました。",
    outbox: "招待を用意しました。メールの送信は設定されていないので、システム管理者が送信箱の手紙を渡してください。",
    unsent: "招待は記録しましたが、メールを送れませんでした。もう一度招くと、新しいリンクを送り直します。",
    revoked: "招待を取り消しました。",
  } as Readonly<Record<string, string>>, // asked by what the address says
  problems: {
    body_not_found: "この団体は見つかりませんでした。",
    not_permitted: "この団体の職員を管理する権限がありません。",
    no_longer_permitted: "あなたの管理者の役割は、先ほどほかの管理者が終えました。何も変更していません。",
    body_disabled: "利用を止めている団体には、役割を付けられません。",
    member_not_found: "この人は、この団体の職員ではありません。招待を送ってください。",
    account_disabled: "アカウントの利用を止めています。先に利用を再び始めてください。",
    own_roles: "自分の役割を増やしたり延ばしたりはできません。ほかの管理者に頼んでください。",
    role_beyond_body: "この役割は、システム管理者だけが付けたり終えたりできます。",
    role_unfit: "この種類の団体には、ない役割です。",
    role_missing: "役割を選んでください。",
    role_overlaps: "同じ役割を、重なる期間にすでに持っています。",
    role_not_found: "この役割は見つかりませんでした。すでに取り消されたのかもしれません。",
    role_has_begun: "すでに始まっている役割は取り消せません。終わりの日を決めてください。",
    days_reversed: "終わりの日が、始まりの日より前になっています。",
    day_missing: "日付を入力してください。",
    day_unreadable: "日付として読めません。例のように、年月日で入力してください。",
    last_body_administrator:
      "この団体に管理者がいない日ができてしまいます。先に、後任の管理者に切れ目なく役割を付けてください。",
    last_system_administrator:
      "システム管理者がいない日ができてしまいます。先に、後任のシステム管理者を決めてください。",
    reason_missing: "理由を入力してください。",
    own_account: "自分のアカウントの利用は止められません。ほかの管理者に頼んでください。",
    belongs_to_other_bodies:
      "この人は、ほかの団体でも仕事をしています。アカウントは止められません。この団体での役割を終えてください。",
    no_role_left: "この人の役割はこの団体では終わっています。アカウントの利用は、システム管理者が決めます。",
    account_changed_meanwhile: "このアカウントは、先ほど変更されました。今の状態を確かめてください。",
    invitation_email_invalid: "メールアドレスとして読めません。",
    invitation_days_reversed: "終わりの日が、始まりの日より前になっています。",
    invitation_role_held: "このアドレスの人は、その役割をすでに持っています。",
    own_invitation: "自分を招くことはできません。",
  } satisfies Record<MemberProblemCode, string> as Readonly<Record<MemberProblemCode, string>>, // words, not their literals
};

export type MemberWords = typeof ja;
