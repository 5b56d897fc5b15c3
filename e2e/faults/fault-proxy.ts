import net from "node:net";

/** What stands between Onward and Postgres at the moment. */
export type Fault =
  /** Nothing: everything goes through at once. */
  | "none"
  /** Each chunk, either way, arrives this many milliseconds later. */
  | { slow: number }
  /** Nobody listens: connections are refused, and those that were open are cut. */
  | "refused"
  /** Connections are taken, and nothing is ever said. Those that were open fall silent. */
  | "silent"
  /** Open connections are dead without either end being told; new ones go through. */
  | "half-open"
  /** Every statement that writes is answered as by a Postgres whose disk is full. */
  | "full";

export type FaultProxy = {
  port: number;
  /** From now on connections lead to this port of 127.0.0.1. */
  leadTo: (port: number) => void;
  bring: (fault: Fault) => Promise<void>;
  close: () => Promise<void>;
};

type Pair = {
  near: net.Socket;
  far: net.Socket;
  dead: boolean;
  /** The named statements of this connection that write. */
  writes: Set<string>;
};

/** Stands before a Postgres of this machine, under a port that stays, and breaks the way there on request. */
export async function startFaultProxy(port = 0): Promise<FaultProxy> {
  let target = port;
  let fault: Fault = "none";
  const pairs = new Set<Pair>();

  const take = (near: net.Socket) => {
    const far = new net.Socket();
    const pair: Pair = { near, far, dead: false, writes: new Set() };
    pairs.add(pair);
    const part = () => {
      near.destroy();
      far.destroy();
      pairs.delete(pair);
    };
    for (const end of [near, far]) end.setNoDelay(true).on("error", part).on("close", part);
    pass(pair, near, far);
    pass(pair, far, near);
    if (fault !== "silent") far.connect(target, "127.0.0.1");
  };

  function pass(pair: Pair, from: net.Socket, to: net.Socket) {
    from.on("data", (chunk: Buffer) => {
      if (pair.dead || fault === "silent") return;
      const arrive = () => to.writable && to.write(chunk);
      const writes = from === pair.near && isWrite(chunk, pair.writes);
      if (writes && fault === "full") from.write(DISK_IS_FULL);
      else if (typeof fault === "object") setTimeout(arrive, fault.slow);
      else arrive();
    });
  }

  const listen = (at: number) =>
    new Promise<net.Server>((resolve, reject) => {
      const made = net.createServer(take);
      made.once("error", reject).listen(at, "127.0.0.1", () => resolve(made));
    });
  const stop = (server: net.Server) => {
    for (const { near } of pairs) near.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };

  let server: net.Server | null = await listen(0);
  const own = (server.address() as net.AddressInfo).port;

  return {
    port: own,
    leadTo: (port) => {
      target = port;
    },
    bring: async (next) => {
      fault = next;
      if (next === "half-open") for (const pair of pairs) pair.dead = true;
      if (next === "refused") {
        if (server) await stop(server);
        server = null;
      } else server ??= await listen(own);
    },
    close: async () => {
      if (server) await stop(server);
    },
  };
}

// pg sends a statement whole: Parse with its name and its words, where the connection does not know it yet,
// then Bind with its name, and the rest.
function isWrite(chunk: Buffer, known: Set<string>): boolean {
  const [kind, text] = [chunk.toString("latin1", 0, 1), chunk.toString("latin1", 5)];
  const [first = "", second = ""] = text.split("\0", 2);
  if (kind === "B") return known.has(second);
  if (kind !== "P" || !/^\s*(insert into|update|delete from)\b/i.test(second)) return false;
  known.add(first);
  return true;
}

const DISK_IS_FULL = (() => {
  const fields = "SERROR\0VERROR\0C53100\0Mcould not extend file: No space left on device\0\0";
  const error = Buffer.alloc(5 + fields.length);
  error.write("E", 0, "latin1");
  error.writeInt32BE(4 + fields.length, 1);
  error.write(fields, 5, "latin1");
  // Then "ready for query", in a transaction that has failed.
  return Buffer.concat([error, Buffer.from([0x5a, 0, 0, 0, 5, 0x45])]);
})();
