import { expect, test } from "vitest";
import type { ListedEvent } from "../../events-query.ts";
import { eventCalendar } from "./event-calendar.ts";

const anEvent = (facts: Partial<ListedEvent>): ListedEvent => ({
  ...{
    programmeId: "P000001",
    programmeTitle: "交流",
    owner: "46000",
    ownerName: null,
    fiscalYear: 2024,
    column: "plan",
  },
  ...{ position: 1, name: "交流会議", edition: null, asPrinted: null, place: null, status: "planned" },
  ...{
    firstDay: "2024-11-22",
    lastDay: "2024-11-22",
    precision: "day",
    direction: null,
    item: null,
    isEstimate: false,
  },
  ...{ updatedAt: "2024-06-01T01:02:03.000Z", ...facts },
});

const feedOf = (...events: readonly Partial<ListedEvent>[]) =>
  eventCalendar(events.map(anEvent), "ja", "https://kakehashi.example.jp");
const unfolded = (feed: string) => feed.replaceAll("\r\n ", "");
const idsIn = (feed: string) => [...unfolded(feed).matchAll(/^UID:(.*)\r$/gmu)].map(([, id]) => id);

test("lines end with CR LF and hold at most 75 octets, and no character is cut", () => {
  const feed = feedOf({
    name: "とても長い名前の行事".repeat(12),
    place: "会場, 一階; 二階\\奥",
    asPrinted: "令和６年11月22日",
  });
  expect(feed.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/u);
  for (const line of feed.split("\r\n")) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  expect(feed).not.toContain("\ufffd");
  expect(unfolded(feed)).toContain(`SUMMARY:${"とても長い名前の行事".repeat(12)}\r\n`);
  expect(unfolded(feed)).toContain("LOCATION:会場\\, 一階\\; 二階\\\\奥\r\n");
});

test("the end of an event of whole days is the day after its last one", () => {
  const feed = feedOf({ firstDay: "2024-02-28", lastDay: "2024-02-29" });
  expect(feed).toContain("DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240301\r\n");
});

test("the stamp is when the programme last changed, so that an unchanged feed is the same feed", () => {
  expect(feedOf({})).toContain("DTSTAMP:20240601T010203Z\r\n");
  expect(feedOf({})).toBe(feedOf({}));
});

test("an event keeps its identity when its plan becomes a result and others come before it", () => {
  const [planned] = idsIn(feedOf({ column: "plan", position: 1 }));
  const [, held] = idsIn(feedOf({ name: "下見" }, { column: "result", position: 2, status: "held" }));
  expect(held).toBe(planned);
});

test("two events of one name in one year are two", () => {
  const ids = idsIn(feedOf({}, { firstDay: "2025-01-10", lastDay: "2025-01-10" }));
  expect(new Set(ids).size).toBe(2);
});

test("an event known by its month says so in its title, and none of them takes up time", () => {
  const feed = unfolded(
    feedOf({ firstDay: "2024-09-01", lastDay: "2024-09-30", precision: "month", asPrinted: "９月" }),
  );
  expect(feed).toContain("SUMMARY:交流会議（令和6年9月、日の記載なし）\r\n");
  expect(feed).toContain("TRANSP:TRANSPARENT\r\n");
});

test("what is known by its year only, or not at all, is no entry", () => {
  expect(feedOf({ precision: "year" }, { firstDay: null, precision: null })).not.toContain("VEVENT");
});

test("a cancelled event is cancelled, an estimate tentative", () => {
  expect(feedOf({ status: "cancelled" })).toContain("STATUS:CANCELLED");
  expect(feedOf({ isEstimate: true })).toContain("STATUS:TENTATIVE");
});

test("an event that took place is confirmed; a plan says nothing of it, and an estimate that it is one", () => {
  expect(feedOf({ status: "held" })).toContain("STATUS:CONFIRMED");
  expect(feedOf({ status: "planned" })).not.toContain("STATUS:");
  expect(unfolded(feedOf({ isEstimate: true }))).toMatch(/DESCRIPTION:.*見込み/u);
  expect(unfolded(feedOf({}))).not.toContain("見込み");
});

test("a name written in another width is the same event", () => {
  expect(idsIn(feedOf({ name: "第９回交流会議" }))).toEqual(idsIn(feedOf({ name: "第9回 交流会議" })));
});
