/** Invented CSV files for tests of intake. */
import type { UploadedFile } from "../import-document.ts";

const HEADER = "分野,協定名,日本側,海外側,締結日,経緯";

export const ROWS = {
  school:
    "①教育交流,学校交流に関する覚書,青森県青森市,中華人民共和国大連市,平成16（2004）年12月24日,学校どうしの交流から始まった",
  schoolAgain: "②文化交流,学校交流に関する覚書【再掲】,青森県青森市,中華人民共和国大連市,平成16（2004）年12月24日,",
  culture: "②,文化協力協定,北海道札幌市,大韓民国大田広域市,2010年10月22日,",
  conflict: "③スポーツ交流,スポーツ交流覚書,栃木県小山市,オーストラリア連邦ケアンズ市,平成20（2010）年11月4日,",
  noTitle: "④医療交流,,東京都渋谷区,トルコ共和国イスタンブール市,1999-05-01,",
} as const;

export function tableFile(rows: readonly string[], name = "kyotei.csv"): UploadedFile {
  return { name, bytes: new TextEncoder().encode([HEADER, ...rows, ""].join("\r\n")) };
}
