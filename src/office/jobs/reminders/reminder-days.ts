/**
 * On which days a person is reminded (督促の日): work three days before it is due, on the day, the day after, and then each
 * Monday; a role that ends 14 days and 3 days before its last day. Days are Japanese, YYYY-MM-DD.
 */

const BEFORE_DUE = new Set([3, 0]);
const BEFORE_END = new Set([14, 3]);

export function isReminderDayOfWork(today: string, dueOn: string): boolean {
  const left = daysBetween(today, dueOn);
  if (left >= 0) return BEFORE_DUE.has(left);
  return left === -1 || isMonday(today);
}

export function isReminderDayOfRole(today: string, lastDay: string): boolean {
  return BEFORE_END.has(daysBetween(today, lastDay));
}

/** Negative when `to` lies before `from`. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 60 * 60 * 1000));
}

function isMonday(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
}
