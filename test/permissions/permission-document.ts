/** The stated matrix as `docs/permissions.md`, for people who ask who may do what. */
import { ROUTE_CASES } from "./expected-routes.ts";
import { CLOSED_TABLES, expectedWords, TABLE_CASES } from "./expected-tables.ts";
import { PEOPLE } from "./people.ts";
import { expectedAnswers } from "./route-case.ts";
import { VISITORS } from "./route-people.ts";

export function permissionDocument(): string {
  return [HEAD, routesPart(), TABLES_HEAD, tablesPart(), CLOSED].join("\n\n").concat("\n");
}

const HEAD = `# Permission matrix

Written by \`npm run permissions\` from what \`test/permissions/\` states by hand; every line is tried in \`npm test\`, so it holds.
What each role may do in general stands in \`src/platform/permissions/permission-table.ts\` and on the page \`/permissions\`.

## Routes

\`in\` is let in (a page, a file, a redirection, or what is wrong with the form), \`403\` refused, \`404\` not even told that
it is there. Of two answers the first is for what is one's own, the second for what is another prefecture's. \`nobody\` has
an account whose roles have ended; \`operator\` holds the link that the start prints.`;

const TABLES_HEAD = `## Tables

Straight in SQL, as the application's own database role with the person's claims: \`s\` select, \`i\` insert, \`u\` update,
\`d\` delete, \`-\` refused by the database. Of three answers the first is for what is one's own, the second for another body
of the same prefecture, the third for another prefecture. \`nobody\` has claims of a body and no role in it, which no session
gives; \`machine\` is the software itself (start, jobs).`;

const CLOSED = `Closed to every role: ${CLOSED_TABLES.map((table) => `\`${table}\``).join(", ")}.`;

function routesPart(): string {
  return table(
    ["Route", ...VISITORS],
    ROUTE_CASES.map((one) => [
      `\`${one.route.replaceAll("|", "\\|")}\`${one.of === undefined ? "" : ` ${one.of}`}`,
      ...VISITORS.map((visitor) => [...new Set(expectedAnswers(one, visitor))].join(" ")),
    ]),
  );
}

function tablesPart(): string {
  return table(
    ["Table", ...PEOPLE],
    TABLE_CASES.map((one) => [
      `\`${one.table}\`${one.rows === undefined ? "" : ` ${one.rows}`}`,
      ...PEOPLE.map((person) => {
        const words = expectedWords(one, person);
        return (new Set(words).size === 1 ? words.slice(0, 1) : words).map((word) => `\`${word}\``).join(" ");
      }),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
