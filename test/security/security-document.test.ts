/** `docs/security.md` names every requirement of ASVS 5.0.0 at level 1 and 2, and only tests and files that exist. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const text = readFileSync("docs/security.md", "utf8");

/** Levels of the requirements of each section, in order: `1.1:22` are v5.0.0-1.1.1 and 1.1.2, both level 2. */
const LEVELS = [
  "1.1:22 1.2:1111122223 1.3:112222222223 1.4:222 1.5:123 2.1:122 2.2:112 2.3:12223 2.4:23",
  "3.1:3 3.2:113 3.3:12223 3.4:11222233 3.5:11122333 3.6:3 3.7:22333 4.1:12233 4.2:23333",
  "4.3:22 4.4:1222 5.1:2 5.2:112333 5.3:113 5.4:222 6.1:122 6.2:111111112222 6.3:11223333",
  "6.4:112233 6.5:22222333 6.6:2223 6.7:33 6.8:2222 7.1:222 7.2:1111 7.3:22 7.4:11222",
  "7.5:223 7.6:22 8.1:1233 8.2:1123 8.3:133 8.4:23 9.1:111 9.2:1222 10.1:22",
  "10.2:223 10.3:22223 10.4:1111122222233333 10.5:22222 10.6:22 10.7:222 11.1:2233 11.2:22233 11.3:11233",
  "11.4:1222 11.5:23 11.6:23 11.7:33 12.1:12233 12.2:11 12.3:22223 13.1:2333 13.2:222223",
  "13.3:2233 13.4:1222233 14.1:22 14.2:12223333 14.3:122 15.1:12233 15.2:12233 15.3:1222222 15.4:3333",
  "16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:2223 17.1:23 17.2:22223333 17.3:22",
].join(" ");

const STATES = ["met", "**partly**", "**not met**", "office", "n/a"];
type Row = Readonly<{ id: string; level: string; state: string; evidence: string }>;

const required = LEVELS.split(" ").flatMap((section) => {
  const [name = "", levels = ""] = section.split(":");
  return [...levels].map((level, at) => ({ id: `${name}.${at + 1}`, level }));
});

const rows = text
  .split("\n")
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/u.test(line))
  .map(readRow);

function readRow(line: string): Row {
  const [id = "", level = "", , state = "", ...evidence] = line.replace(/^\| | \|$/gu, "").split(" | ");
  return { id, level, state, evidence: evidence.join(" | ") };
}

describe("the table of requirements", () => {
  it("has each requirement of level 1 and 2 once, in the order of the standard", () => {
    const wanted = required.filter(({ level }) => level !== "3");
    expect(wanted.filter(({ level }) => level === "1")).toHaveLength(70);
    expect(wanted.filter(({ level }) => level === "2")).toHaveLength(183);
    expect(rows.map(({ id, level }) => ({ id, level }))).toEqual(wanted);
  });

  it("says of each how it stands, and why", () => {
    for (const { id, state, evidence } of rows) {
      expect(STATES, id).toContain(state);
      expect(evidence.length, id).toBeGreaterThan(5);
    }
  });

  it("counts them as its head says", () => {
    const count = (state: string) => rows.filter((row) => row.state.replaceAll("*", "") === state).length;
    const said = `${count("met")} met, ${count("partly")} partly, ${count("not met")} not met, ${count("office")} by the office, ${count("n/a")} not applicable`;
    expect(text).toContain(`Of ${rows.length} requirements: ${said}.`);
  });
});

/** What stands first in `it(…)`, `test(…)`, `describe(…)`, and after the table of `it.each(…)(…)`. */
function titlesIn(code: string): readonly string[] {
  const titles = code.matchAll(/(?:\b(?:it|test|describe)\(|\)\()\s*(["'`])((?:\\.|(?!\1)[^\n])*)\1/gu);
  return [...titles].map(([, , title = ""]) => title);
}

describe("what the document names", () => {
  const named = [...text.matchAll(/`((?:src|test|docs)\/[^`]*\.test\.tsx?)` "([^"]+)"/gu)].map(
    ([, path = "", name = ""]) => [path, name] as const,
  );

  it("are many tests", () => {
    expect(named.length).toBeGreaterThan(120);
  });

  it.each([...new Map(named.map((pair) => [pair.join(), pair])).values()])(
    "exists: %s has a test that says %s",
    (path, name) => {
      expect(existsSync(path)).toBe(true);
      const titles = titlesIn(readFileSync(path, "utf8"));
      expect(
        titles.some((title) => title.includes(name)),
        titles.join("\n"),
      ).toBe(true);
    },
  );

  it("are files that are there", () => {
    for (const [, path = ""] of text.matchAll(/`((?:src|test|docs|scripts)\/[^`\s]*)`/gu))
      expect(existsSync(path), path).toBe(true);
  });
});
