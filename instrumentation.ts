/** Runs once, before the server answers anybody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { followResponses } = await import("@/lib/answer-status");
  const { notePeers } = await import("@/lib/network");
  const { renameTraces } = await import("@/lib/odd-methods");
  const { compressWhole } = await import("@/lib/whole-answers");
  followResponses();
  notePeers();
  renameTraces();
  compressWhole();
}
