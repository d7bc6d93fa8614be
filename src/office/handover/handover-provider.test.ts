import { expect, test } from "vitest";
import type { OpenWork } from "../../platform/index.ts";
import { gatherNotes, type HandoverRelation } from "./handover-provider.ts";

const relation = (href: string): HandoverRelation => ({
  ...{ name: href, href, background: null, promises: [], nextAnniversary: null, lastExchanges: [] },
});
const work = (address: string): OpenWork => ({
  ...{ kind: "x", subjectId: address, bodyId: "B000001", accountId: null, title: address, address, dueOn: null },
  ...{ openedAt: "2026-11-01T00:00:00.000Z", holder: null, isUnassigned: true },
});

test("open work stands with the relation at whose address it is done; the rest stands by itself", () => {
  const all = ["/agreements/A000001", "/agreements/A000001/review", "/agreements/A0000012", "/imports/I000001"].map(
    work,
  );
  const notes = gatherNotes([{ title: "提携・協定", relations: [relation("/agreements/A000001")] }], all);
  expect(notes.sections[0]?.relations[0]?.openWork.map(({ address }) => address)).toEqual([
    "/agreements/A000001",
    "/agreements/A000001/review",
  ]);
  expect(notes.otherWork.map(({ address }) => address)).toEqual(["/agreements/A0000012", "/imports/I000001"]);
});
