/** まとめて取り消す、まとめて決める、まとめて結びつける画面の言葉。 */
export const togetherJa = {
  undo: {
    link: "この確定を取り消す",
    section: "確定の取り消し",
    sectionLead:
      "一度に確定したものを、まとめて確認待ちに戻せます。直した内容と、決めた確認事項は残ります。一件だけ戻すときは、その一件の画面で戻せます。",
    when: "確定した日",
    who: "確定した人",
    what: "内容",
    counts: (accepted: number, linked: number) =>
      [accepted > 0 ? `記録にした${accepted}件` : "", linked > 0 ? `すでにある記録に結びつけた${linked}件` : ""]
        .filter((part) => part !== "")
        .join("、"),
    more: (n: number) => `新しいほうから${n}回分です。`,
    title: "確定を取り消す",
    lead: (n: number) => `${n}件を確認待ちに戻します。直した内容と、決めた確認事項は残ります。`,
    withdraws: (n: number) =>
      `この確定でできた${n}件の記録は、公開をやめます。公開していないものは、とりやめにします。番号は二度と使いません。`,
    restores: (n: number) => `結びつけた${n}件の記録は、結びつける前の内容に戻します。`,
    drafts: "確認待ちに戻るもの",
    place: "場所",
    name: "名称",
    becomes: "記録",
    effect: "取り消すと",
    effects: { published: "公開をやめる", draft: "下書きをとりやめる", linked: "結びつける前の内容に戻す" },
    others: (n: number) => `ほか${n}件`,
    reason: "取り消す理由",
    reasonHint: "例　別の年の資料だった。",
    confirm: (n: number) => `${n}件の確定を取り消す`,
    cancel: "やめて戻る",
    stuckTitle: (n: number) => `${n}件は取り消せません。まだ何も取り消していません`,
    stuckLead: "確定したあとに変わった記録は、ここでは戻せません。次の記録をそのまま残して、ほかを取り消せます。",
    stuckOnly: "取り消せるものはありません。記録のほうを直してください。",
    stuckRecords: "そのまま残る記録",
    why: "取り消せない理由",
    confirmRest: (n: number) => `これらを残して、ほかの${n}件の確定を取り消す`,
    done: (n: number) => `${n}件の確定を取り消し、確認待ちに戻しました。`,
    doneLeft: (n: number) => `${n}件は、確定したまま残しました。`,
  },
  same: {
    open: "同じ内容の確認事項をまとめて決める",
    title: "同じ内容の確認事項",
    lead: "同じ内容で、場所だけが違う確認事項です。それぞれの場所を開いて確かめ、一つの理由でまとめて決められます。決めたあとも、一つずつ取り消せます。",
    none: "同じ内容でまとめられる、未決定の確認事項はありません。",
    count: (n: number) => `${n}か所`,
    places: (n: number) => `${n}か所を開く`,
    ofDocument: "文書全体",
    decide: (n: number) => `この${n}か所をまとめて決定する`,
    settle: (n: number) => `${n}か所をこの内容で決定する`,
    done: (n: number) => `${n}か所の確認事項を決定しました。`,
    more: (n: number) => `ほかに${n}組あります。ここにあるものを決めると、続けて表示します。`,
  },
  edited: {
    section: "前に確定したときの直し",
    lead: "確定を取り消しても、直した内容は残っています。このまま確定すると、直した内容で記録します。",
  },
};
