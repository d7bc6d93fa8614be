/** Codes of findings about personal data (個人情報). */
import type { PersonalDataKind } from "../kernel/personal-data.ts";

export type PersonalFindingCode = "personal_mobile_number" | "personal_participant_name";

export const PERSONAL_CODES: Readonly<Record<PersonalDataKind, PersonalFindingCode>> = {
  mobile_number: "personal_mobile_number",
  participant_name: "personal_participant_name",
};
