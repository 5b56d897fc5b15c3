import net from "node:net";

/** A port of 127.0.0.1 that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = await listen(0, "127.0.0.1");
  const { port } = server.address() as net.AddressInfo;
  await close(server);
  return port;
}

/** Whether somebody listens on this port of the machine, under either of the addresses of "localhost". */
export async function isPortTaken(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      await close(await listen(port, host));
    } catch (error) {
      // A machine without IPv6 has no ::1 that could be taken.
      if ((error as NodeJS.ErrnoException).code === "EADDRNOTAVAIL") continue;
      if ((error as NodeJS.ErrnoException).code === "EAFNOSUPPORT") continue;
      return true;
    }
  }
  return false;
}

const listen = (port: number, host: string) =>
  new Promise<net.Server>((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject).listen(port, host, () => resolve(server));
  });

const close = (server: net.Server) => new Promise<void>((resolve) => server.close(() => resolve()));
