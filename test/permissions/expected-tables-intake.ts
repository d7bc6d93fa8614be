/** The intake's tables: an import belongs to the body that imported it; nobody else sees any of it. */
import { numberOf } from "./stored-rows.ts";
import { type Expected, NONE, type TableCase } from "./table-case.ts";

const workers = (letters: string): Expected => ({
  rest: NONE,
  municipal_editor: `${letters} ---- ----`,
  prefecture_coordinator: `${letters} ---- ----`,
  national_officer: `${letters} ---- ----`,
  operator: letters,
});

export const intakeTables: readonly TableCase[] = [
  {
    table: "import_document",
    key: (owner) => ({ id: `I00000${numberOf(owner)}` }),
    touch: "name",
    fresh: () => ({ id: "I000099", sha256: "8".repeat(64) }),
    expected: workers("siu-"),
  },
  {
    table: "import_line",
    key: (owner) => ({ document_id: `I00000${numberOf(owner)}` }),
    touch: "text",
    fresh: () => ({ line: 2 }),
    expected: workers("siu-"),
  },
  {
    table: "import_draft",
    key: (owner) => ({ document_id: `I00000${numberOf(owner)}` }),
    touch: "version",
    fresh: () => ({ position: 2 }),
    expected: workers("siud"),
  },
  {
    table: "import_finding",
    key: (owner) => ({ document_id: `I00000${numberOf(owner)}` }),
    touch: "message",
    fresh: () => ({ number: 2 }),
    expected: workers("siud"),
  },
  {
    table: "import_event",
    key: (owner) => ({ document_id: `I00000${numberOf(owner)}` }),
    touch: "reason",
    fresh: (_owner, actor) => ({ acted_by: actor }),
    expected: workers("si--"),
  },
  {
    table: "import_event",
    rows: "in another's name",
    key: (owner) => ({ document_id: `I00000${numberOf(owner)}` }),
    touch: "reason",
    fresh: () => ({ acted_by: "U000077" }),
    expected: workers("s---"),
  },
  {
    table: "saved_mapping",
    key: (owner) => ({ name: `様式${numberOf(owner)}` }),
    touch: "columns",
    fresh: () => ({ name: "新しい様式" }),
    expected: workers("siu-"),
  },
];
