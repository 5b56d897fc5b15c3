import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { linkedWords, wordsToDraw } from "@/components/ui/linked-words";
import { Prose, paragraphsOf } from "@/components/ui/prose";

const draw = (text: string) => renderToStaticMarkup(<Prose words={wordsToDraw(text)} />);
const linksIn = (text: string) => linkedWords(text).flatMap(({ href }) => href ?? []);

describe("addresses in what members write", () => {
  test.each([
    ["See https://example.org/a_b?c=1&d=2#e, please.", ["https://example.org/a_b?c=1&d=2#e"]],
    ["(http://example.org/x)", ["http://example.org/x"]],
    ["HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]],
    ["one https://a.example two https://b.example.", ["https://a.example", "https://b.example"]],
  ])("%j links to %j", (text, links) => {
    expect(linksIn(text)).toEqual(links);
  });

  test.each([
    "example.org",
    "www.example.org",
    "name@example.org",
    "mailto:name@example.org",
    "//example.org/x",
    "ftp://example.org/x",
    "javascript:alert(1)",
    "JAVASCRIPT://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "[a link](javascript:alert(1))",
    "https://",
    "https://example.org/\u202egnp.exe",
  ])("%j becomes no link", (text) => {
    expect(linksIn(text)).toEqual([]);
    expect(draw(text)).not.toContain("<a ");
  });

  test("whatever it holds, no letter of a text is lost", () => {
    for (const text of ["a https://example.org/b c", "https://example.org", "", "mailto:x@y.example z"]) {
      expect(
        linkedWords(text)
          .map((stretch) => stretch.text)
          .join(""),
      ).toBe(text);
    }
  });

  test("a link tells the other side nothing about where it was, and vouches for nothing", () => {
    expect(draw("https://example.org/x")).toContain(
      '<a href="https://example.org/x" rel="noopener nofollow ugc" class="link">https://example.org/x</a>',
    );
  });
});

test("nothing that members write is markup", () => {
  const drawn = draw('<script>alert(1)</script> <img src=x onerror="alert(1)"> **bold** &amp;');
  expect(drawn).not.toMatch(/<(script|img|strong|b)\b/);
  expect(drawn).toContain("&lt;script&gt;");
  expect(drawn).toContain("&amp;amp;");
});

test("paragraphs stay paragraphs, and lines stay lines", () => {
  expect(paragraphsOf("One\nline\n\n\nTwo\n \n\tThree\r\n\r\nFour\n")).toEqual([
    "One\nline",
    "Two",
    "Three",
    "Four",
  ]);
  expect(paragraphsOf(" \n\n ")).toEqual([]);
});
