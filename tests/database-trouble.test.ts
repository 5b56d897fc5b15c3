import { describe, expect, test } from "vitest";
import { inTime, TooSlow, troubleIn } from "@/lib/database-trouble";
import { Refusal } from "@/lib/refusal";

/** As Prisma hands on what the driver said. */
const handedOn = (cause: object, code = "P2039") =>
  Object.assign(new Error("Invalid invocation"), {
    code,
    meta: { driverAdapterError: Object.assign(new Error("driver"), { cause }) },
  });

describe("what an error says about Postgres", () => {
  test.each([
    ["nobody listens", handedOn({ kind: "DatabaseNotReachable" }, "P1001")],
    ["no connection is free", Object.assign(new Error("Transaction API error"), { code: "P2028" })],
    ["a connection was cut", new Error("Connection terminated unexpectedly")],
    ["it was cut a moment ago", new Error("Client has encountered a connection error and is not queryable")],
    ["it is shutting down", handedOn({ kind: "postgres", code: "57P01" })],
    ["it is starting", handedOn({ kind: "postgres", code: "57P03" })],
    ["it is silent", new Error("Postgres says nothing")],
    ["it takes too long", new TooSlow("Postgres takes too long.")],
  ])("away: %s", (_, error) => expect(troubleIn(error)).toBe("away"));

  test.each([
    ["its disk is full", handedOn({ kind: "postgres", originalCode: "53100", code: "53100" })],
    ["it is read-only", handedOn({ kind: "postgres", originalCode: "25006", code: "25006" })],
  ])("keeps nothing: %s", (_, error) => expect(troubleIn(error)).toBe("keeps-nothing"));

  test.each([
    ["a refusal", new Refusal("Connection terminated is what they wrote to me.")],
    ["a mistake of ours", new TypeError("undefined is not a function")],
    ["a row that is there already", handedOn({ kind: "UniqueConstraintViolation", originalCode: "23505" })],
    ["nothing", undefined],
  ])("nothing: %s", (_, error) => expect(troubleIn(error)).toBeNull());
});

test("what comes in time comes, and what fails fails as it did", async () => {
  await expect(inTime(async () => "here")).resolves.toBe("here");
  const refusal = new Refusal("No.");
  await expect(inTime(() => Promise.reject(refusal))).rejects.toBe(refusal);
});
