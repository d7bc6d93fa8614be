/**
 * LibreOffice of the machine, where there is one: several files opened and saved anew in one start, since a start costs
 * more than all the rest.
 *
 * It runs a macro of our own in a profile of its own, so that neither the officer's settings nor another run beside it
 * matter. Files are opened by the filter of their format and without offering repair: what only a repair could open fails.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const READERS = {
  docx: "MS Word 2007 XML",
  html: "HTML (StarWriter)",
  pdf: "draw_pdf_import",
  xlsx: "Calc MS Excel 2007 XML",
} as const;

const WRITERS = {
  docx: ["MS Word 2007 XML", ""],
  xlsx: ["Calc MS Excel 2007 XML", ""],
  txt: ["Text (encoded)", "UTF8"],
  /** Every sheet as `<name>-<sheet>.csv`: commas, UTF-8, as shown. */
  csv: ["Text - txt - csv (StarCalc)", "44,34,76,1,,0,false,true,false,false,false,-1"],
  "docx to pdf": ["writer_pdf_Export", ""],
  "pdf to pdf": ["draw_pdf_Export", ""],
} as const;

export type Conversion = Readonly<{
  from: string;
  /** Not part of the name. */
  reader: keyof typeof READERS;
  to: string;
  writer: keyof typeof WRITERS;
}>;

/** `missing`: LibreOffice is there, but not the part of it that opens such a file. */
export type Converted = "done" | "missing" | Readonly<{ failed: string }>;

const USUAL_PLACES = [
  "/usr/lib/libreoffice/program/soffice",
  "/usr/lib64/libreoffice/program/soffice",
  "/opt/libreoffice/program/soffice",
  "/snap/bin/libreoffice.soffice",
  "/Applications/LibreOffice.app/Contents/MacOS/soffice",
  "C:\\Program Files\\LibreOffice\\program\\soffice.com",
];

/** KAKEHASHI_SOFFICE names one, or none with an empty value; else PATH and the usual places. */
export function findLibreOffice(): string | undefined {
  const named = process.env.KAKEHASHI_SOFFICE;
  if (named !== undefined) return named === "" ? undefined : named;
  const onPath = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "soffice"));
  return [...onPath, ...USUAL_PLACES].find((path) => existsSync(path));
}

/** The profile and the list of work are written to `folder`, which is the caller's to remove; paths hold no tab. */
export async function convert(
  soffice: string,
  folder: string,
  conversions: readonly Conversion[],
  timeoutMs: number,
): Promise<readonly Converted[]> {
  const plan = join(folder, "conversions.txt");
  const profile = join(folder, "profile");
  writeFileSync(plan, conversions.map((one) => `${lineOf(one)}\n`).join(""));
  writeProfile(profile);
  const url = pathToFileURL(profile).href;
  const words = [`-env:UserInstallation=${url}`, "--headless", "--norestore", "--nologo", "--nolockcheck"];
  const child = spawn(soffice, [...words, "macro:///Standard.Convert.Run()"], {
    env: { ...process.env, KAKEHASHI_CONVERSIONS: plan },
    stdio: ["ignore", "ignore", "pipe"],
    detached: process.platform !== "win32",
  });
  const complaint = await endOf(child, timeoutMs);
  const results = existsSync(`${plan}.log`) ? readFileSync(`${plan}.log`, "utf8").split(/\r?\n/u) : [];
  return conversions.map((_, index): Converted => {
    const result = results[index] ?? "";
    if (result === "done" || result === "missing") return result;
    return { failed: result === "" ? `no answer of LibreOffice: ${complaint}` : result };
  });
}

function lineOf({ from, reader, to, writer }: Conversion): string {
  return [from, READERS[reader], to, ...WRITERS[writer]].join("\t");
}

/** Its start script starts further processes: at the time limit all of them are ended. */
async function endOf(child: ChildProcess, timeoutMs: number): Promise<string> {
  let complaint = "";
  child.stderr?.on("data", (chunk) => (complaint += String(chunk)));
  const ended = Promise.withResolvers<string>();
  child.once("error", (error) => ended.resolve(error.message));
  child.once("exit", (code) => ended.resolve(`exit ${code} ${complaint.trim()}`));
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
    ended.resolve(`not done after ${timeoutMs} ms`);
  }, timeoutMs);
  const said = await ended.promise;
  clearTimeout(timer);
  return said;
}

/** A profile that calls itself set up; else LibreOffice would put its own empty macros in place of ours. */
function writeProfile(profile: string): void {
  const library = join(profile, "user", "basic", "Standard");
  mkdirSync(library, { recursive: true });
  writeFileSync(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Office"><prop
 oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item></oor:items>`,
  );
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE';
  const open = 'PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"';
  const space = 'xmlns:library="http://openoffice.org/2000/library"';
  writeFileSync(
    join(profile, "user", "basic", "script.xlc"),
    `${head} library:libraries ${open} "libraries.dtd">
<library:libraries ${space}><library:library library:name="Standard" library:link="false"/></library:libraries>`,
  );
  writeFileSync(
    join(library, "script.xlb"),
    `${head} library:library ${open} "library.dtd">
<library:library ${space} library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element
 library:name="Convert"/></library:library>`,
  );
  writeFileSync(
    join(library, "Convert.xba"),
    `${head} script:module ${open} "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Convert" script:language="StarBasic"><![CDATA[${MACRO}]]></script:module>`,
  );
}

/** One line of the plan is one conversion, one line of the log its result. Basic has no block to protect: GoTo is its way. */
const MACRO = `
Sub Run
  Dim plan As String, job As String, parts, jobs As Integer, results As Integer
  plan = Environ("KAKEHASHI_CONVERSIONS")
  jobs = FreeFile
  Open plan For Input As #jobs
  results = FreeFile
  Open plan & ".log" For Output As #results
  While Not Eof(jobs)
    Line Input #jobs, job
    parts = Split(job, Chr(9))
    Print #results, ConvertOne(parts(0), parts(1), parts(2), parts(3), parts(4))
  Wend
  Close #jobs
  Close #results
  StarDesktop.terminate()
End Sub

Function ConvertOne(source As String, reader As String, target As String, writer As String, options As String) As String
  Dim opening(1) As New com.sun.star.beans.PropertyValue
  Dim saving(1) As New com.sun.star.beans.PropertyValue
  Dim file
  On Error GoTo Failed
  If reader = "draw_pdf_import" And Not HasDraw() Then
    ConvertOne = "missing"
    Exit Function
  End If
  opening(0).Name = "Hidden"
  opening(0).Value = True
  opening(1).Name = "FilterName"
  opening(1).Value = reader
  file = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opening())
  If IsNull(file) Then
    ConvertOne = "refused"
    Exit Function
  End If
  saving(0).Name = "FilterName"
  saving(0).Value = writer
  saving(1).Name = "FilterOptions"
  saving(1).Value = options
  file.storeToURL(ConvertToURL(target), saving())
  file.close(True)
  ConvertOne = "done"
  Exit Function
Failed:
  ConvertOne = "failed: " & Error$
End Function

Function HasDraw() As Boolean
  Dim opening(0) As New com.sun.star.beans.PropertyValue
  Dim blank
  On Error GoTo Absent
  opening(0).Name = "Hidden"
  opening(0).Value = True
  blank = StarDesktop.loadComponentFromURL("private:factory/sdraw", "_blank", 0, opening())
  blank.close(True)
  HasDraw = True
Absent:
End Function
`;
