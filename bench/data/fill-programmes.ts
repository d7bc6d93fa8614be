/** Invented programmes of the prefectures: so many each, with a result and an event or none in each of the years. */
import { CLI, type Database, SYSTEM } from "../../src/platform/index.ts";
import {
  emptyEntry,
  type ProgrammeFacts,
  recordProgramme,
  YEAR_STATUSES,
  type YearEntry,
} from "../../src/programmes/index.ts";
import { FIELDS } from "../../src/registry/index.ts";
import { syncLocalGovernments } from "../../src/registry/local-government-store.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

export type ProgrammeLoad = Readonly<{ prefectures: number; programmes: number; firstYear: number; years: number }>;

const COUNTRIES = ["CN", "KR", "US", "TW", "AU", "FR", "DE", "VN", "SG", "BR"] as const;
const SUBJECTS = [
  "青少年交流",
  "経済交流会議",
  "農業研修",
  "留学生支援",
  "文化芸術交流",
  "港湾協力",
  "観光誘致",
] as const;

export async function fillProgrammes(database: Database, load: ProgrammeLoad): Promise<void> {
  await database.write(SYSTEM, (tx) => syncLocalGovernments(tx));
  const random = seededRandom(20_240_401);
  for (let prefecture = 1; prefecture <= load.prefectures; prefecture += 1) {
    const owner = `${String(prefecture).padStart(2, "0")}000`;
    await database.write(CLI, async (tx) => {
      for (let number = 1; number <= load.programmes; number += 1) {
        const facts = inventProgramme(random, number, load);
        const outcome = await recordProgramme(tx, CLI, { owner, facts, reason: null });
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
      }
    });
  }
}

export function inventProgramme(random: Random, number: number, { firstYear, years }: ProgrammeLoad): ProgrammeFacts {
  const country = random.pick(COUNTRIES);
  const subject = random.pick(SUBJECTS);
  const start = 1970 + random.whole(40);
  return {
    ...{ number, title: `${subject}事業${number}`, parentTitle: null, titleNote: null, section: "国際交流課" },
    startFiscalYear: { asPrinted: `${start}年度`, fiscalYear: start },
    overview: `${subject}を通じて、相手の地域との往来を続ける。`,
    ...{ recurrence: null, operator: null, fields: [random.pick(FIELDS)], agreementIds: [], relations: [] },
    partners: [{ name: `相手${random.whole(500)}`, formerName: null, country }],
    years: Array.from({ length: years }, (_, at) => inventEntry(random, firstYear + at, { subject, country, number })),
  };
}

type About = Readonly<{ subject: string; country: string; number: number }>;

export function inventEntry(random: Random, fiscalYear: number, { subject, country, number }: About): YearEntry {
  const status = random.chance(0.8) ? "held" : random.pick(YEAR_STATUSES);
  const day = `${fiscalYear}-${String(4 + random.whole(9)).padStart(2, "0")}-${String(1 + random.whole(28)).padStart(2, "0")}`;
  const date = { asPrinted: day, date: day, from: day, to: day, precision: "day", conflict: null } as const;
  const event = { name: `第${number}回${subject}`, edition: number, date, place: "会場", status: "held" } as const;
  const count = 1 + random.whole(40);
  return {
    ...emptyEntry(fiscalYear, "result", status),
    events: random.chance(0.7) ? [{ ...event, direction: "sent", related: [], item: null, isEstimate: false }] : [],
    people: [
      ...[
        {
          direction: "received" as const,
          label: "受入者",
          place: null,
          country,
          count,
          plan: false,
          asPrinted: `${count}名`,
        },
      ],
    ],
    text: `${subject}を行い、${count}名を受け入れた。`,
  };
}
