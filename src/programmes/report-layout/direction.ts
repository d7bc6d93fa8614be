/**
 * 派遣 or 受入 of an event or item, seen from the body that reports: who goes to whom.
 *
 * 「屏東県知事の鹿児島県訪問」 with the partner 屏東県 is received, 「鹿児島県知事の屏東県訪問」 is sent.
 */
import { leadingCountry } from "../../kernel/country.ts";
import type { Partner } from "../programme.ts";
import type { Direction } from "../programme-year.ts";

const SENT = /派遣|渡航|出張|への出展|現地/u;
const RECEIVED = /受け?入れ?|来訪|来県|来市|来日|来町|招へい|招聘|招致|訪日/u;
const VISIT =
  /^(?<who>.*?)(?:の|による)(?<where>[^の]*?)(?:へ|への)?(?:表敬)?訪(?:問(?!団|者|客)|越|中|韓|米|英|台|印|欧|豪|独|仏|露|蒙)/u;

export function directionOf(name: string, partners: readonly Partner[]): Direction | null {
  const visit = VISIT.exec(name)?.groups;
  if (visit !== undefined) {
    if (names(visit.where ?? "", partners) || leadingCountry(visit.where ?? "") !== null) return "sent";
    if (/訪[越中韓米英台印欧豪独仏露蒙]/u.test(name)) return "sent";
    if (names(visit.who ?? "", partners)) return "received";
  }
  const [isSent, isReceived] = [SENT.test(name), RECEIVED.test(name)];
  if (isSent === isReceived) return null;
  return isSent ? "sent" : "received";
}

/** Where a visit goes, when its name says so: 屏東県 in 鹿児島県知事の屏東県訪問. */
export function placeOfVisit(name: string): string | null {
  return /の(?<where>[^の（）()「」，、。]{2,20}?)訪問(?:等)?$/u.exec(name)?.groups?.where ?? null;
}

function names(text: string, partners: readonly Partner[]): boolean {
  return partners.some(
    ({ name, formerName }) => text.includes(name) || (formerName !== null && text.includes(formerName)),
  );
}
