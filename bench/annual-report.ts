/** `npm run bench` measures the annual report with everything else; this measures it alone: `tsx bench/annual-report.ts`. */
import { printAnnualReport } from "./print-results.ts";
import { measureAnnualReport } from "./scenarios/measure-annual-report.ts";

console.log(printAnnualReport(await measureAnnualReport(2)));
