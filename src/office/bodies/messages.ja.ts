/** 団体の画面の言葉。 */
import type { BodyKind } from "./body.ts";
import type { CreateBodyProblem } from "./create-body.ts";
import type { EditBodyProblem } from "./edit-body.ts";

type ProblemCode = CreateBodyProblem["code"] | EditBodyProblem["code"] | "government_ambiguous" | "kind_missing";

export const ja = {
  kicker: "職員の方へ",
  title: "団体",
  lead: "架け橋で仕事をする団体です。団体ごとに、職員と役割、承認の要否を決めます。",
  caption: (count: number) => `${count}団体`,
  empty: "団体はまだありません",
  emptyLead: "最初の団体を登録すると、職員を招けるようになります。",
  noneReadable: "見られる団体はありません",
  noneReadableLead: "職員の名簿を見られるのは、その団体で職員を見る役割を持つ人です。",
  new: "団体を登録する",
  newTitle: "団体の登録",
  newLead: "団体を登録すると、職員を招けます。設定はあとから変えられます。",
  name: "団体の名前",
  nameHint: "自治体のときは、空けたままでかまいません。コードの一覧の名前になります。",
  kind: "団体の種類",
  kinds: { local_government: "自治体", national: "国の機関・全国の団体", other: "そのほかの団体" } satisfies Record<
    BodyKind,
    string
  > as Readonly<Record<BodyKind, string>>, // words, not their literals
  government: "自治体の名前またはコード",
  governmentHint: "例　鹿児島県、鹿児島市、46201。自治体のときに入力してください。",
  code: "全国地方公共団体コード",
  unit: "担当の課・係",
  unitHint: "例　国際交流課。画面の上に、団体の名前とならべて示します。",
  noUnit: "決めていません",
  approval: "公開の前の承認",
  approvalAsked: "承認を受けてから公開する",
  approvalNotAsked: "承認なしで公開する",
  approvalHint: "「承認を受けてから」にすると、入力担当の記録は、承認担当が承認するまで公開されません。",
  use: "利用",
  inUse: "利用中",
  disabled: "利用を止めています",
  disableHint: "止めると、この団体としてはだれも作業できなくなります。記録と履歴は残ります。",
  members: (count: number) => `${count}人`,
  membersColumn: "職員",
  noAdministrator: "団体の管理者がいません",
  toMembers: "職員と役割",
  toMembersNote: "招く、役割を付ける・終える、利用を止める",
  toHandover: "人事異動の引き継ぎ",
  toHandoverNote: "担当の仕事をまとめて後任に移す",
  toNotes: "引継書",
  toNotesNote: "相手ごとの経緯、申し送り、周年、最近の交流。印刷できます",
  toAudit: "監査記録",
  toAuditNote: "この団体で、だれが、いつ、何をしたか",
  about: "この団体について",
  tasks: "この団体の仕事",
  settings: "設定を変える",
  reason: "変える理由",
  save: "設定を保存する",
  cancel: "やめて戻る",
  saved: "設定を保存しました。",
  created: "団体を登録しました。次に、職員を招いてください。",
  refused: "保存していません",
  conflictTitle: "団体の設定が、先に変更されています",
  conflictLead: "あなたの変更はまだ保存していません。消えてもいません。残すものを選んでください。",
  conflictNone: "あなたの内容は、先に保存された内容と同じです。",
  conflictSave: "選んだ内容で保存する",
  conflictDiscard: "自分の変更をやめる",
  candidates: "この中から選んでください",
  problems: {
    not_permitted: "この団体の設定を変える権限がありません。",
    body_name_missing: "団体の名前を入力してください。",
    kind_missing: "団体の種類を選んでください。",
    government_unknown: "その名前またはコードの自治体は、一覧にありません。都道府県名から入力してみてください。",
    government_ambiguous: "同じ名前の自治体がいくつかあります。都道府県名を付けるか、コードで入力してください。",
    government_has_body: "この自治体の団体は、すでに登録されています。",
    body_not_found: "この団体は見つかりませんでした。",
    disabling_not_permitted: "団体の利用を止めたり再び始めたりできるのは、システム管理者だけです。",
    own_body_disabled: "いま作業している団体の利用は止められません。別の団体に切り替えてから行ってください。",
    stale_version: "団体の設定が、先に変更されています。",
  } satisfies Record<ProblemCode, string> as Readonly<Record<ProblemCode, string>>, // words, not their literals
};

export type BodyWords = typeof ja;
export type BodyProblemCode = ProblemCode;
