/** この端末で編集を始める・終えるページの言葉。 */
export const operatorTexts = {
  ja: {
    title: "この端末での編集",
    leave: "編集を終える",
    leaveLead: "この端末の担当者として編集しています。変更の履歴にもそう残ります。終えると、公開の画面だけになります。",
    refusedTitle: "このリンクは使えません",
    refusedText:
      "リンクは一度だけ、作ってから24時間のあいだ使えます。サーバーを動かしている端末で npm run -s kakehashi -- operator-link を実行すると、新しいリンクが表示されます。",
    noToken: "編集するには、サーバーを始めたときに表示されるリンクを開いてください。",
  },
  en: {
    title: "Editing on this machine",
    leave: "Stop editing",
    leaveLead:
      "You are editing as the operator of this machine, and histories say so. After stopping you see the public pages only.",
    refusedTitle: "This link does not work",
    refusedText:
      "A link works once and for 24 hours. Run npm run -s kakehashi -- operator-link on the machine of the server for a new one.",
    noToken: "To edit, open the link that the server prints when it starts.",
  },
} as const;
