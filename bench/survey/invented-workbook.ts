/** A list of agreements as offices keep it: one row each below a header row. */
import exceljs from "exceljs";
import { allGovernments } from "../../src/registry/reference/local-governments.ts";
import { inventAgreement } from "../data/invented-agreement.ts";
import { inventPlaces } from "../data/invented-names.ts";
import { seededRandom } from "../data/seeded-random.ts";

export async function writeInventedWorkbook(file: string, rows: number): Promise<void> {
  const random = seededRandom(3776);
  const setting = {
    governments: allGovernments().map(({ fullName, code }) => ({ name: fullName, governmentCode: code })),
    places: inventPlaces(random, 2_000),
  };
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet("提携一覧");
  sheet.addRow(["提携名", "日本の自治体", "海外の自治体", "締結年月日", "分野", "経緯", "取組内容", "担当課"]);
  for (let row = 0; row < rows; row += 1) {
    const { title, japan, foreign, dates, listings, background, activities, departments } = inventAgreement(
      random,
      setting,
    );
    const names = (parties: readonly { name: string }[]) => parties.map(({ name }) => name).join("、");
    const first = [title, names(japan), names(foreign), dates[0]?.asPrinted ?? "", listings.join("、")];
    sheet.addRow([...first, background ?? "", activities ?? "", departments.join("、")]);
  }
  await workbook.xlsx.writeFile(file);
}
