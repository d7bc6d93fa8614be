// Preloaded into the application: its clock runs beside the true one by as many milliseconds as the file named in
// KAKEHASHI_CLOCK_FILE says now. The database keeps the true time, as a server of its own would.
import { readFileSync } from "node:fs";

const TrueDate = Date;
let shift = 0;
setInterval(() => {
  try {
    shift = Number(readFileSync(process.env.KAKEHASHI_CLOCK_FILE, "utf8")) || 0;
  } catch {
    shift = 0; // not written yet
  }
}, 20).unref();

class ShiftedDate extends TrueDate {
  constructor(...parts) {
    if (parts.length === 0) super(TrueDate.now() + shift);
    else super(...parts);
  }
  static now() {
    return TrueDate.now() + shift;
  }
}
globalThis.Date = ShiftedDate;
