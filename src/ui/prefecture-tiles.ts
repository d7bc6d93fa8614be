/**
 * Tile map of Japan: one equal square per prefecture, so that the small ones stay legible and clickable.
 *
 * Codes and order are those of 全国地方公共団体コード (first two digits); places in the grid stand in
 * styles/tiles.css, because the content security policy allows no inline styles. Regions are the usual eight,
 * with 北海道・東北, 中国・四国 and 九州・沖縄 taken together.
 */

export type RegionKey = "hokkaidoTohoku" | "kanto" | "chubu" | "kinki" | "chugokuShikoku" | "kyushuOkinawa";

export type PrefectureTile = Readonly<{
  /** Two digits: 01 北海道 … 47 沖縄県. */
  code: string;
  /** Short name on the tile. */
  short: string;
  name: string;
  english: string;
  region: RegionKey;
}>;

export const PREFECTURE_TILES: readonly PrefectureTile[] = [
  { code: "01", short: "北海道", name: "北海道", english: "Hokkaido", region: "hokkaidoTohoku" },
  { code: "02", short: "青森", name: "青森県", english: "Aomori", region: "hokkaidoTohoku" },
  { code: "03", short: "岩手", name: "岩手県", english: "Iwate", region: "hokkaidoTohoku" },
  { code: "04", short: "宮城", name: "宮城県", english: "Miyagi", region: "hokkaidoTohoku" },
  { code: "05", short: "秋田", name: "秋田県", english: "Akita", region: "hokkaidoTohoku" },
  { code: "06", short: "山形", name: "山形県", english: "Yamagata", region: "hokkaidoTohoku" },
  { code: "07", short: "福島", name: "福島県", english: "Fukushima", region: "hokkaidoTohoku" },
  { code: "08", short: "茨城", name: "茨城県", english: "Ibaraki", region: "kanto" },
  { code: "09", short: "栃木", name: "栃木県", english: "Tochigi", region: "kanto" },
  { code: "10", short: "群馬", name: "群馬県", english: "Gunma", region: "kanto" },
  { code: "11", short: "埼玉", name: "埼玉県", english: "Saitama", region: "kanto" },
  { code: "12", short: "千葉", name: "千葉県", english: "Chiba", region: "kanto" },
  { code: "13", short: "東京", name: "東京都", english: "Tokyo", region: "kanto" },
  { code: "14", short: "神奈川", name: "神奈川県", english: "Kanagawa", region: "kanto" },
  { code: "15", short: "新潟", name: "新潟県", english: "Niigata", region: "chubu" },
  { code: "16", short: "富山", name: "富山県", english: "Toyama", region: "chubu" },
  { code: "17", short: "石川", name: "石川県", english: "Ishikawa", region: "chubu" },
  { code: "18", short: "福井", name: "福井県", english: "Fukui", region: "chubu" },
  { code: "19", short: "山梨", name: "山梨県", english: "Yamanashi", region: "chubu" },
  { code: "20", short: "長野", name: "長野県", english: "Nagano", region: "chubu" },
  { code: "21", short: "岐阜", name: "岐阜県", english: "Gifu", region: "chubu" },
  { code: "22", short: "静岡", name: "静岡県", english: "Shizuoka", region: "chubu" },
  { code: "23", short: "愛知", name: "愛知県", english: "Aichi", region: "chubu" },
  { code: "24", short: "三重", name: "三重県", english: "Mie", region: "kinki" },
  { code: "25", short: "滋賀", name: "滋賀県", english: "Shiga", region: "kinki" },
  { code: "26", short: "京都", name: "京都府", english: "Kyoto", region: "kinki" },
  { code: "27", short: "大阪", name: "大阪府", english: "Osaka", region: "kinki" },
  { code: "28", short: "兵庫", name: "兵庫県", english: "Hyogo", region: "kinki" },
  { code: "29", short: "奈良", name: "奈良県", english: "Nara", region: "kinki" },
  { code: "30", short: "和歌山", name: "和歌山県", english: "Wakayama", region: "kinki" },
  { code: "31", short: "鳥取", name: "鳥取県", english: "Tottori", region: "chugokuShikoku" },
  { code: "32", short: "島根", name: "島根県", english: "Shimane", region: "chugokuShikoku" },
  { code: "33", short: "岡山", name: "岡山県", english: "Okayama", region: "chugokuShikoku" },
  { code: "34", short: "広島", name: "広島県", english: "Hiroshima", region: "chugokuShikoku" },
  { code: "35", short: "山口", name: "山口県", english: "Yamaguchi", region: "chugokuShikoku" },
  { code: "36", short: "徳島", name: "徳島県", english: "Tokushima", region: "chugokuShikoku" },
  { code: "37", short: "香川", name: "香川県", english: "Kagawa", region: "chugokuShikoku" },
  { code: "38", short: "愛媛", name: "愛媛県", english: "Ehime", region: "chugokuShikoku" },
  { code: "39", short: "高知", name: "高知県", english: "Kochi", region: "chugokuShikoku" },
  { code: "40", short: "福岡", name: "福岡県", english: "Fukuoka", region: "kyushuOkinawa" },
  { code: "41", short: "佐賀", name: "佐賀県", english: "Saga", region: "kyushuOkinawa" },
  { code: "42", short: "長崎", name: "長崎県", english: "Nagasaki", region: "kyushuOkinawa" },
  { code: "43", short: "熊本", name: "熊本県", english: "Kumamoto", region: "kyushuOkinawa" },
  { code: "44", short: "大分", name: "大分県", english: "Oita", region: "kyushuOkinawa" },
  { code: "45", short: "宮崎", name: "宮崎県", english: "Miyazaki", region: "kyushuOkinawa" },
  { code: "46", short: "鹿児島", name: "鹿児島県", english: "Kagoshima", region: "kyushuOkinawa" },
  { code: "47", short: "沖縄", name: "沖縄県", english: "Okinawa", region: "kyushuOkinawa" },
];
