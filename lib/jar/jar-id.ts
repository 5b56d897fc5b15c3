import "server-only";
import { derivedId } from "@/lib/derived-id";

/** Under which id something of the member's lies in the evidence jar, a win or what helped with a goal, so that it lies there once. */
export const jarIdOf = (originId: string): string => derivedId(originId, "jar");
