// A reverse proxy as small as one can be, for the tests: it hands each request to the next of several app
// processes, so that nothing may rest on meeting the same one again.

import http from "node:http";

/** Listens on a port of 127.0.0.1, and answers with how to stop. */
export async function shareOut(port: number, among: number[]): Promise<() => Promise<void>> {
  let turn = 0;
  const agent = new http.Agent();
  const server = http.createServer((asked, answer) => {
    const passed = http.request({
      agent,
      host: "127.0.0.1",
      port: among[turn++ % among.length],
      method: asked.method,
      path: asked.url,
      headers: [...withoutOwn(asked.rawHeaders), ...heardFrom(asked)],
    });
    passed.on("response", (said) => {
      answer.writeHead(said.statusCode ?? 502, said.statusMessage, withoutOwn(said.rawHeaders));
      said.pipe(answer);
    });
    passed.on("error", () => {
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end("Nobody answers.");
    });
    answer.on("close", () => passed.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", () => resolve());
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}

// What is said from one hop to the next, and what a visitor must not say in a proxy's name.
const OWN = /^(connection|keep-alive|x-forwarded-\w+)$/i;

function withoutOwn(headers: string[]): string[] {
  const pairs = headers.flatMap((name, index) => (index % 2 ? [] : [[name, headers[index + 1] ?? ""]]));
  return pairs.filter(([name = ""]) => !OWN.test(name)).flat();
}

// A proxy that stands at the edge would overwrite the first of these too. This one stands behind another in
// the tests: each browser says in which network it is.
function heardFrom({ headers, socket }: http.IncomingMessage): string[] {
  const line = [headers["x-forwarded-for"], socket.remoteAddress].flat().filter(Boolean);
  return [
    ["X-Forwarded-For", line.join(", ")],
    ["X-Forwarded-Host", headers.host ?? ""],
    ["X-Forwarded-Proto", "http"],
  ].flat();
}
