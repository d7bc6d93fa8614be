import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openMailer, sendSoon } from "./open-mailer.ts";
import { deleteLettersBefore, listOutbox, readLetter, withoutSecretLinks } from "./outbox.ts";

const LETTER = {
  to: "officer@city.example.jp",
  subject: "架け橋: 招待",
  text: "リンクを開いてください。\n\nhttps://kakehashi.example.jp/invitation?token=abc\n",
};
const FROM = "kakehashi@example.jp";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kakehashi-mail-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("without a mail server", () => {
  test("a letter lies in the outbox as a file that only the server's own user reads", async () => {
    const outbox = join(folder, "outbox");
    expect(await listOutbox(outbox)).toEqual([]);
    await openMailer({ smtpUrl: null, from: FROM, outbox }).send(LETTER);
    const { text, ...envelope } = LETTER;
    const [listed] = await listOutbox(outbox);
    expect(listed).toEqual({ ...envelope, name: expect.any(String), writtenAt: expect.any(Date) });
    const kept = await readLetter(outbox, listed!.name);
    expect(kept).toMatchObject(LETTER);
    expect(withoutSecretLinks(text)).toBe(text.replace("abc", "●●●●●●"));
    expect(withoutSecretLinks("ただの手紙")).toBeUndefined();
    expect(await readLetter(outbox, "../outbox/secret.eml")).toBeUndefined();
    const [name = ""] = readdirSync(outbox);
    expect(statSync(join(outbox, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(outbox, name), "utf8")).toMatch(/^From: kakehashi@example\.jp\r\nTo: officer@/);
  });

  test("letters older than a moment are deleted, and nothing else of the folder", async () => {
    const outbox = mkdtempSync(join(folder, "old-"));
    await openMailer({ smtpUrl: null, from: FROM, outbox }).send(LETTER);
    writeFileSync(join(outbox, "2020-01-01T00-00-00-000Z-0123ab.eml"), "Date: x\r\n\r\n");
    writeFileSync(join(outbox, "notes.eml"), "");
    await deleteLettersBefore(outbox, new Date(Date.now() - 60_000));
    expect(readdirSync(outbox)).toEqual([expect.stringMatching(/^20[2-9]\d-(?!01-01T00-00-00-000)/), "notes.eml"]);
  });

  test("whatever stands in a letter, it comes back as it was, and never as another header", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), async (subject, text) => {
        const outbox = mkdtempSync(join(folder, "any-"));
        await openMailer({ smtpUrl: null, from: FROM, outbox }).send({
          to: `x@y.example\r\nBcc: ${"z"}@y.example`,
          subject,
          text,
        });
        const [listed] = await listOutbox(outbox);
        const kept = await readLetter(outbox, listed!.name);
        expect(kept?.to).toBe("x@y.example Bcc: z@y.example");
        expect(kept?.subject).toBe(subject.replaceAll(/[\r\n]+/gu, " "));
        expect(kept?.text).toBe(text.replaceAll(/\r?\n/gu, "\n"));
      }),
      { numRuns: 50 },
    );
  });
});

describe("with a mail server", () => {
  let server: SMTPServer;
  let received: string[];
  beforeAll(async () => {
    received = [];
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: ({ address }, _session, done) =>
        done(address.startsWith("refused") ? new Error("no such person") : null),
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          received.push(Buffer.concat(chunks).toString("utf8"));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const mailer = () => {
    const { port } = server.server.address() as AddressInfo;
    return openMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, outbox: folder });
  };

  test("a letter is handed over", async () => {
    await mailer().send(LETTER);
    expect(received.at(-1)).toContain("To: officer@city.example.jp");
    expect(received.at(-1)).toContain("From: kakehashi@example.jp");
  });

  test("a letter that is refused is logged without address and text, and holds nobody up", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    sendSoon(mailer(), { ...LETTER, to: "refused@city.example.jp" });
    await vi.waitFor(() => expect(log).toHaveBeenCalled());
    const said = JSON.stringify(log.mock.calls);
    expect(said).toContain("not delivered");
    expect(said).not.toMatch(/refused@|token=/);
    log.mockRestore();
  });
});
