import "server-only";
import { hashOf } from "@/lib/vault";

/** A short text that stands for words as they lie sealed. It says nothing about them. */
export const versionOf = (sealed: string): string => Buffer.from(hashOf(sealed)).toString("base64url");
