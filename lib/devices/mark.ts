import "server-only";
import { deriveSecret } from "@/lib/vault";

/** What a page calls a session by. Its own id is a secret, and stays in the browser that it belongs to. */
export const markOf = (sessionId: string): string => deriveSecret("device", sessionId).toString("base64url");
