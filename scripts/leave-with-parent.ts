// Loaded into Next's process: it ends with the command that started it, even when that is killed, instead
// of holding the port and the build. Next starts helpers with the same options; those have Next to mind them.

const launcher = Number(process.env.ONWARD_LAUNCHER);
if (launcher && !isThere(launcher)) {
  // It was killed before this could listen for its end.
  process.exit(1);
}
if (launcher === process.ppid) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Listening alone would keep a finished build from ending.
  process.channel?.unref();
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
