import "server-only";
import { derivedId } from "@/lib/derived-id";

/** Under which id a win lies in the evidence jar, so that it lies there once. */
export const jarIdOf = (winId: string): string => derivedId(winId, "jar");
