// npm test: everything that proves the product, from a bare clone. Ends with `N passed, N failed, N skipped`.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { setPriority, tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled, projectNode, root } from "./prepare.mjs";

ensureInstalled();
const node = projectNode();
const bin = (name) => join(root, "node_modules", ".bin", name);
const reports = mkdtempSync(join(tmpdir(), "kakehashi-report-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

/** In what order the parts that run beside each other get the processor: the later ones fill what the first leaves. */
const PRIORITY = { first: 0, second: 5, last: 10 };

/** Runs a tool on the project's Node; its output is shown at once, or handed back at its end. */
function run(words, { quiet, priority }) {
  return new Promise((resolve) => {
    const child = spawn(node, words, {
      cwd: root,
      env: { ...process.env, PATH: `${join(node, "..")}:${process.env.PATH}`, NO_COLOR: "1" },
      stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
    });
    setPriority(child.pid, priority);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.on("exit", (code) => resolve({ ok: code === 0, output }));
  });
}

async function check(title, words, accepts = () => true) {
  const startedAt = performance.now();
  const { ok, output } = await run(words, { quiet: true, priority: PRIORITY.last });
  const passed = ok && accepts(output);
  totals[passed ? "passed" : "failed"] += 1;
  console.log(`${passed ? "ok  " : "FAIL"} ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (passed) return;
  failures.push(title);
  console.log(output);
}

async function tests(title, config, { quiet, priority }) {
  const startedAt = performance.now();
  const report = join(reports, `${title}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { ok, output } = await run([bin("vitest"), "run", "--config", config, ...reporters], { quiet, priority });
  process.stdout.write(output);
  const counted = readCounts(report);
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped += counted.skipped;
  console.log(`${ok ? "ok  " : "FAIL"} ${title} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
  if (ok && counted.passed > 0) return;
  if (counted.failed === 0) totals.failed += 1; // a run that broke down, or found no test, is a failure too
  failures.push(title);
}

function readCounts(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch (error) {
    console.log(`${report}: ${error.message}`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** A cruiser that reads no module finds no violation either. */
function hasCruised(output) {
  return Number(/\((\d+) modules/.exec(output)?.[1] ?? 0) > 50;
}

const checks = [
  check("format and lint", [bin("biome"), "ci", "--colors=off", "--error-on-warnings", "."]),
  check("types", [bin("tsc"), "--noEmit"]),
  check("nothing unused", [bin("knip"), "--no-progress", "--include", "files,dependencies,unlisted,unresolved"]),
  check("dependency rules", [bin("depcruise"), "--config", ".dependency-cruiser.cjs", "src"], hasCruised),
];
ensureBuilt(); // beside them
// All at once: each part begins and ends with something that keeps one processor busy and leaves the others to wait.
await Promise.all([
  ...checks,
  tests("unit, store, HTTP and data tests", "vitest.config.ts", { quiet: false, priority: PRIORITY.first }),
  tests("browser journeys", "vitest.browser.config.ts", { quiet: true, priority: PRIORITY.second }),
]);

rmSync(reports, { recursive: true, force: true });
for (const title of failures) console.log(`FAILED: ${title}`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 && failures.length === 0 ? 0 : 1);
