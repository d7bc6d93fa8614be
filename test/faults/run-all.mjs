// npm run faults: every fault script, one after another; each says what it saw. Ends with 1 when one failed.
// `npm run faults -- disk-full clock-skew` runs only those.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectNode, root } from "../../scripts/prepare.mjs";

const ALL = [
  "kill-while-working",
  "database-restart",
  "disk-full",
  "clock-skew",
  "other-postgres",
  "kill-while-writing",
];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ALL.includes(name));
if (unknown.length > 0) {
  console.error(`no fault script ${unknown.join(", ")}; there are ${ALL.join(", ")}`);
  process.exit(2);
}
const failed = [];
for (const name of asked.length > 0 ? asked : ALL) {
  console.log(name);
  const { status } = spawnSync(projectNode(), [join(root, "test/faults", `${name}.mjs`)], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) failed.push(name);
}
console.log(failed.length === 0 ? "every fault was survived" : `FAILED: ${failed.join(", ")}`);
process.exit(failed.length === 0 ? 0 : 1);
