import { expect, test } from "vitest";
import { holdsLink } from "@/lib/posts/links";
import { sayTheSame, unseenBecause } from "@/lib/posts/rules";

test.each([
  ["https://example.org/join", true],
  ["Look at HTTP://example.org", true],
  ["tg://resolve?domain=x", true],
  ["See www.example.org for more.", true],
  ["It is on example.com.", true],
  ["write to jobs at easy-money.biz/start", true],
  ["easymoney dot com", true],
  ["easymoney (dot) com", true],
  ["easymoney[dot]com today", true],
  ["ｅｘａｍｐｌｅ．ｃｏｍ", true],
  ["scamjobs.ro is good", true],
  ["apply-now.pk", true],
  ["trabajo.mx and linktr.ee", true],
  ["job.fi", true],
  ["quickcash.su", true],
  ["remote.agency", true],
  ["HIRING.SOLUTIONS", true],
  ["xn--e1afmkfd.xn--p1ai", true],
  ["example&#46;com", true],
  ["example%2Ecom", true],
  ["example\u2027com", true],
  ["bob(at)gmail.ro", true],
  ["bob [at] gmail [dot] com", true],
  ["No offer.", false],
  ["I rewrote main.py and README.md, and ran deploy.sh.", false],
  ["It ended there.So I left.My friend called.", false],
  ["I (at last) said no.", false],
  ["They said no.me too, I thought. Then nothing.", true],
  ["I waited for an hour.Then they called.", false],
  ["It was e.g. the third time, i.e. too often.", false],
  ["We met at 18.30 and I got 3.5 of 5.", false],
  ["He connected the dot com crash with it.", true],
  ["Write me: t.me/easymoney", true],
  ["x.com/easymoney", true],
  ["x.com", true],
  ["Ask the easymoney.ai people", true],
  ["forms.gle/abc", true],
  ["easymoney.store", true],
  ["easymoney.chat has it", true],
  ["exa\u200bmple.\u200bcom", true],
  ["exam\u00adple.c\u00adom", true],
  ["example。com", true],
  ["example . com", true],
  ["example .com", true],
  ["example. com", true],
  ["example[.]com", true],
  ["EasyMoney.Com", true],
  ["jobs@easymoney.work", true],
  ["192.0.2.7/join", true],
  ["easymoney.agency/join", true],
  ["пример.рф", true],
  ["I called them, wrote, etc.and then nothing", false],
  ["He or she/they did, and/or not.", false],
  ["node.js/express is what I know", false],
  ["I know ASP.NET and socket.io.", false],
  ["Then nothing.In the end they called.", false],
  ["It was fine. me too, in the end", false],
  ["At 9 a.m. or 5 p.m., on 24.12. or 3.1.", false],
  ["Dr.Lee and St.Paul said no . . . again", false],
  ["I connected the dot in my mind", false],
  ["Wait... what? 10/10, 1.5/2, 24/7.", false],
  ["I moved to Node.js and C++.", false],
  ["Thank you all. In the end it was fine.", false],
  ["That is me. To be honest, I am tired.", false],
])("a link is found where there is one: %s", (body, expected) => {
  expect(holdsLink(body)).toBe(expected);
});

test.each([
  ["Earn from home", "earn  FROM home!!", true],
  ["Earn from home", "Earn from h0me", true],
  ["Earn from home", "Earn from home today", true],
  ["Earn from home", "I went home early from work", false],
  ["No offer.", "No answer.", false],
  [
    "They said no after the final round, and I had counted on it. I took a long walk.",
    "I wrote to two people from the fair today, and one of them answered within the hour.",
    false,
  ],
  ["ok", "ko", false],
  ["...", "!!!", false],
])(
  "two texts say the same, or nearly, whatever their case, spaces and marks: %s / %s",
  (one, other, same) => {
    expect(sayTheSame(one, other)).toBe(same);
  },
);

test("what a moderator hid is said to be hidden, before anything else", () => {
  const at = new Date();
  const nothing = { heldAt: null, unseenAt: null, hiddenAt: null };
  expect(unseenBecause(nothing)).toBeNull();
  expect(unseenBecause({ ...nothing, heldAt: at })).toBe("a link of somebody new");
  expect(unseenBecause({ ...nothing, heldAt: at, unseenAt: at })).toBe("sent to several circles");
  expect(unseenBecause({ heldAt: at, unseenAt: at, hiddenAt: at })).toBe("hidden");
});
