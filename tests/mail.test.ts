import { existsSync } from "node:fs";
import { readdir, readFile, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { expect, test, vi } from "vitest";
import { env } from "@/lib/env";
import { freshId } from "@/lib/ids";
import { clearMails } from "@/lib/jobs/upkeep";
import { deliver, linkToShow, messageOf } from "@/lib/mail";

const written = async (mark: string) => {
  const folder = env().ONWARD_MAIL_DIR;
  const files = (await readdir(folder)).map((file) => path.join(folder, file));
  const mails = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
  return mails.filter(({ text }) => text.includes(mark));
};

test("without a mail server a mail becomes a file that its owner alone can read", async () => {
  const mark = freshId();
  const mail = { to: "wren@example.org", subject: "A new password", text: `Hello, ${mark}\n` };
  const job = { id: freshId(), queuedAt: new Date() };
  // Tried again, it is the same file.
  await deliver(mail, job);
  await deliver(mail, job);
  const [file, ...others] = await written(mark);
  expect(others).toEqual([]);
  expect(file?.text).toBe(`To: wren@example.org\nSubject: A new password\n\nHello, ${mark}\n`);
  expect(file?.file).toMatch(/\.txt$/);
  expect((await stat(file?.file ?? "")).mode & 0o777).toBe(0o600);
});

test("at a terminal a written mail is one plain line with its link, and names nobody", async () => {
  const said = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const { isTTY } = process.stdout;
  process.stdout.isTTY = true;
  try {
    const text = "Hello,\n\nhttp://localhost:3000/verify/abc\n";
    const mail = { to: "juniper@example.org", subject: "Please confirm", text };
    await deliver(mail, { id: freshId(), queuedAt: new Date() });
    expect(said.mock.calls.flat()).toEqual(["  Mail for j…@…: http://localhost:3000/verify/abc\n"]);
  } finally {
    process.stdout.isTTY = isTTY;
    said.mockRestore();
  }
});

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1:3000", true],
  ["http://[::1]:3000", true],
  ["http://demo.localhost:3000", true],
  ["https://onward.example.org", false],
  ["https://localhost.example.org", false],
  ["http://192.168.1.7:3000", false],
])("the log shows the link in a mail only where nobody else comes by: %s", (site, shown) => {
  const link = `${site}/verify/abc`;
  expect(linkToShow(`Hello,\n\n${link}\n`, site)).toBe(shown ? link : undefined);
});

test("a mail that was written down is cleared away after 30 days, and nothing that lies beside it", async () => {
  const marks = [freshId(), freshId()];
  for (const mark of marks) {
    await deliver(
      { to: "wren@example.org", subject: "A new password", text: mark },
      { id: mark, queuedAt: new Date() },
    );
  }
  const [old, young] = await Promise.all(marks.map(async (mark) => (await written(mark))[0]?.file ?? ""));
  const beside = path.join(env().ONWARD_MAIL_DIR, `${freshId()}.txt`);
  await writeFile(beside, "notes");
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  for (const file of [old, beside]) await utimes(file ?? "", daysAgo(31), daysAgo(31));
  await utimes(young ?? "", daysAgo(29), daysAgo(29));
  await clearMails();
  expect([old, young, beside].map((file) => existsSync(file ?? ""))).toEqual([false, true, true]);
});

/** What would go over the wire. */
async function onTheWire(mail: Parameters<typeof messageOf>[0]) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const { message, envelope } = await transport.sendMail(messageOf(mail));
  return { message: String(message), envelope };
}

test("a mail is plain text, from this installation, and says that nobody wrote it by hand", async () => {
  const { message, envelope } = await onTheWire({
    to: "wren@example.org",
    subject: "Please confirm",
    text: "Guten Tag, schöne Grüße\n",
  });
  expect(message).toMatch(/^From: Onward <onward@localhost>$/m);
  expect(message).toMatch(/^To: wren@example.org$/m);
  expect(message).toMatch(/^Subject: Please confirm$/m);
  expect(message).toMatch(/^Auto-Submitted: auto-generated$/m);
  expect(message).toMatch(/^Content-Type: text\/plain; charset=utf-8$/m);
  expect(envelope.to).toEqual(["wren@example.org"]);
});

test.each([
  { to: "wren@example.org\r\nBcc: heron@example.org", subject: "A new password" },
  { to: "wren@example.org", subject: "A new password\nBcc: heron@example.org" },
  { to: "wren@example.org\0", subject: "A new password" },
])("an address or a subject cannot smuggle in another header: %j", async ({ to, subject }) => {
  const mark = freshId();
  expect(() => messageOf({ to, subject, text: mark })).toThrow();
  await expect(deliver({ to, subject, text: mark }, { id: mark, queuedAt: new Date() })).rejects.toThrow();
  expect(await written(mark)).toEqual([]);
});

test("an address cannot hide a second one", async () => {
  const { envelope } = await onTheWire({
    to: "wren@example.org, heron@example.org",
    subject: "x",
    text: "x",
  });
  expect(envelope.to).toHaveLength(1);
});
