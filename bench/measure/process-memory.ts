/** Resident memory of another process in MB, as Linux reports it; null on systems without /proc. */
import { existsSync, readFileSync } from "node:fs";

export function residentMb(pid: number): number | null {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(file, "utf8"))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

/** Together with the processes it has started, such as the one that parses files. */
function residentMbOfTree(pid: number): number {
  const list = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(list) ? readFileSync(list, "utf8").split(" ").filter(Boolean) : [];
  return children.reduce((sum, child) => sum + residentMbOfTree(Number(child)), residentMb(pid) ?? 0);
}

/** Looks every 20 ms while the work runs. @returns the highest seen. */
export async function highestResidentMb(pid: number, work: () => Promise<unknown>): Promise<number | null> {
  let highest = 0;
  const look = (): void => {
    highest = Math.max(highest, residentMbOfTree(pid));
  };
  const timer = setInterval(look, 20);
  try {
    look();
    await work();
  } finally {
    clearInterval(timer);
  }
  return highest === 0 ? null : highest;
}
