import type { Migration } from "../../platform/index.ts";
import { placesMigration } from "./0001-places.ts";
import { agreementsMigration } from "./0002-agreements.ts";
import { agreementHistoryMigration } from "./0003-agreement-history.ts";
import { searchMigration } from "./0004-search-and-revision.ts";
import { publicationMigration } from "./0005-publication-and-marks.ts";
import { promisesMigration } from "./0006-promises.ts";
import { auditMigration } from "./0007-audit.ts";
import { contactsMigration } from "./0008-contacts.ts";
import { absorbedAgreementsMigration } from "./0009-absorbed-agreements.ts";
import { counterpartsMigration } from "./0010-counterparts.ts";

/** In the order in which they run. */
export const registryMigrations: readonly Migration[] = [
  placesMigration,
  agreementsMigration,
  agreementHistoryMigration,
  searchMigration,
  publicationMigration,
  auditMigration,
  promisesMigration,
  contactsMigration,
  absorbedAgreementsMigration,
  counterpartsMigration,
];
