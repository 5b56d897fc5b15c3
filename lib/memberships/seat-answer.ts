import "server-only";
import { notFound } from "next/navigation";
import { Refusal } from "@/lib/refusal";

/** The one word with which the database answers whoever asks for a seat. */
export type SeatAnswer = "seated" | "here" | "full" | "three" | "alias" | "removed" | "gone";

/**
 * Goes on when the seat is taken (or was already).
 *
 * @throws Refusal with what the member can do about it; a 404 when there is no such circle for them.
 */
export function requireSeated(answer: SeatAnswer | undefined): void {
  switch (answer) {
    case "seated":
    case "here":
      return;
    case "full":
      throw new Refusal(
        "All eight seats of this circle are taken just now. Circles stay small so that everyone is heard. Whoever invited you can tell you when a seat is free.",
      );
    case "three":
      throw new Refusal(
        "You are in three circles, which is as many as one person can be there for. Once you have left one, you are welcome here.",
      );
    case "alias":
      throw new Refusal(
        "Somebody in this circle is called that, or was. Please choose another name.",
        "alias",
      );
    case "removed":
      throw new Refusal(
        "This invitation cannot be used from your account. Whoever sent it to you can tell you more.",
      );
    case "gone":
    case undefined:
      notFound();
  }
}
