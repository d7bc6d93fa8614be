import { expect, test } from "vitest";
import { en as entryForm } from "../pages/messages-entry.en.ts";
import { messages } from "./messages.en.ts";

test("in English a weekday that contradicts its date has English names", () => {
  const said = { day: "2024-09-04", said: "木", is: "水" };
  const finding = {
    ...said,
    number: 3,
    title: "交流会議",
    fiscalYear: 2024,
    column: "result",
    asPrinted: "9月4日(木)",
  };
  expect(messages.weekday_contradicts(finding)).toMatch(
    /"9月4日\(木\)" says Thursday, but 2024-09-04 is a Wednesday\.$/,
  );
  expect(entryForm.entryForm.weekday(said.day, said.said, said.is)).toBe("2024-09-04 is a Wednesday, not a Thursday.");
});
