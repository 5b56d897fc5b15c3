import { describe, expect, test } from "vitest";
import { canEncourage, encouragementsFor, sayWhoEncouraged } from "@/lib/encouragements/rules";

test.each([
  ["setback", ["with_you", "been_there", "brave"]],
  ["ask", ["with_you", "been_there", "brave"]],
  ["win", ["glad"]],
  ["progress", ["glad"]],
] as const)("a %s takes %j", (kind, signals) => {
  expect(encouragementsFor(kind)).toEqual(signals);
});

test.each([
  ["somebody else's ask", "heron", "ask", null, "with_you", true],
  ["one's own ask", "juniper", "ask", null, "with_you", false],
  ["an ask that was taken back", "heron", "ask", new Date(), "with_you", false],
  ["a win with sympathy", "heron", "win", null, "with_you", false],
  ["a win with gladness", "heron", "win", null, "glad", true],
  ["a setback with gladness", "heron", "setback", null, "glad", false],
] as const)("encouraging %s: %#", (_what, id, kind, takenBackAt, signal, expected) => {
  expect(canEncourage({ id }, { authorId: "juniper", kind, takenBackAt }, signal)).toBe(expected);
});

describe("who encouraged is said in words", () => {
  test.each([
    ["with_you", [], false, "Heron", null],
    ["with_you", [], true, "Heron", "You are with Heron"],
    ["with_you", ["Wren"], false, "Heron", "Wren is with Heron"],
    ["with_you", ["Wren"], true, "Heron", "Wren and you are with Heron"],
    ["with_you", ["Wren", "Alder"], true, "Heron", "Wren, Alder and you are with Heron"],
    ["with_you", ["Wren"], false, null, "Wren is with you"],
    ["with_you", ["Wren", "Alder"], false, null, "Wren and Alder are with you"],
    ["been_there", ["Wren"], false, "Heron", "Wren has been there"],
    ["been_there", [], true, "Heron", "You have been there"],
    ["been_there", ["Wren"], true, "Heron", "Wren and you have been there"],
    ["brave", ["Wren"], false, "Heron", "Wren finds this brave"],
    ["brave", [], true, "Heron", "You find this brave"],
    ["brave", ["Wren", "Alder"], false, null, "Wren and Alder find this brave"],
    ["glad", ["Wren"], true, "Heron", "Wren and you are glad with Heron"],
    ["glad", ["Wren"], false, null, "Wren is glad with you"],
  ] as const)("%s from %j, you too: %s, to %s: %s", (kind, others, you, author, sentence) => {
    expect(sayWhoEncouraged(kind, [...others], you, author)).toBe(sentence);
  });
});
