import fc from "fast-check";
import { expect, test } from "vitest";
import { listCircles } from "@/lib/circles/queries";
import { asSystem } from "@/lib/db";
import { encourage } from "@/lib/encouragements/actions";
import { askToLeave, leaveCircle } from "@/lib/memberships/actions";
import { takeBackPost } from "@/lib/posts/actions";
import { listPosts } from "@/lib/posts/queries";
import { takeBackReply } from "@/lib/replies/actions";
import { aCircle, aMember, anInvitation, join, type Member } from "../factories";
import { aPost, aReply } from "../factories-of-posts";
import { as, submit } from "../people";
import { countShowedUp } from "../showed-up";

/*
 * Who sees what, against a model plain enough to be believed: sets of who sits where, and what was said. Any
 * history of joining, leaving, being asked to leave, coming back, posting, answering, encouraging and taking
 * back leads to the same, for everybody. After each step a circle where somebody sits has a facilitator, and no
 * more than one.
 */

type Said = {
  id: string;
  author: number;
  answers: { id: string; author: number }[];
  glad: Set<number>;
  gone: boolean;
};
type Circle = {
  id: string;
  invitation: { id: string };
  /** In the order in which they came: the first one holds the circle. */
  seated: Set<number>;
  removed: Set<number>;
  posts: Said[];
};

const PEOPLE = 5;
const who = fc.nat(PEOPLE - 1);
const circle = fc.nat(1);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("join"), who, circle }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("leave"), who, circle }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("remove"), who, circle }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("post"), who, circle }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom("reply", "encourage", "take back", "take a reply back"),
      who,
      circle,
      which: fc.nat(9),
    }),
  },
);
type Step = { does: string; who: number; circle: number; which?: number };

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);

test(`everybody sees what the model says, whatever happened before (SEED=${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const members = await Promise.all(
        Array.from({ length: PEOPLE }, (_, at) => aMember({ name: `Member ${at}` })),
      );
      const person = (at: number): Member => {
        const found = members[at];
        if (!found) throw new Error("There is no such member.");
        return found;
      };
      // The first two hold a circle each, until they leave it.
      const circles = await Promise.all(
        [0, 1].map(async (holder): Promise<Circle> => {
          const { id } = await aCircle(person(holder), []);
          const invitation = await anInvitation(person(holder), { id });
          return { id, invitation, seated: new Set([holder]), removed: new Set(), posts: [] };
        }),
      );
      for (const one of steps) {
        await happens(one, circles, person);
        for (const circle of circles) await expectToBeHeld(circle, person);
      }
      await expectAsModelled(circles, members);
    }),
    { numRuns: 20, seed },
  );
}, 60_000);

/** One step, in the world and in the model. What is not allowed happens in neither. */
async function happens(
  { does, who, circle: at, which = 0 }: Step,
  circles: Circle[],
  person: (at: number) => Member,
) {
  const circle = circles[at];
  if (!circle) return;
  const me = person(who);
  const sits = circle.seated.has(who);
  const [holder] = circle.seated;
  const post = circle.posts[which % Math.max(1, circle.posts.length)];
  if (does === "join") {
    const said = await join(me, circle, circle.invitation);
    expect(said).toBe(circle.removed.has(who) ? "removed" : sits ? "here" : "seated");
    if (said === "seated") circle.seated.add(who);
  } else if (does === "leave") {
    await submit(me, leaveCircle, { circleId: circle.id });
    circle.seated.delete(who);
  } else if (does === "remove" && holder !== undefined && who !== holder) {
    await submit(person(holder), askToLeave, { circleId: circle.id, alias: me.name });
    if (!circle.seated.delete(who)) return;
    circle.removed.add(who);
    // It ended the invitations that were open.
    circle.invitation = await anInvitation(person(holder), circle);
  } else if (does === "post" && sits) {
    const { id } = await aPost(me, circle, { kind: "win", need: null });
    circle.posts.push({ id, author: who, answers: [], glad: new Set(), gone: false });
  } else if (does === "reply" && sits && post && !post.gone) {
    const { id } = await aReply(me, { circleId: circle.id, id: post.id });
    post.answers.push({ id, author: who });
  } else if (does === "encourage" && post) {
    await submit(me, encourage, { circleId: circle.id, postId: post.id, give: "glad" });
    if (sits && who !== post.author && !post.gone) post.glad.add(who);
  } else if (does === "take back" && post) {
    await submit(me, takeBackPost, { circleId: circle.id, postId: post.id });
    if (sits && who === post.author) post.gone = true;
    clearEmptyPlace(circle, post);
  } else if (does === "take a reply back" && post) {
    const mine = post.answers.findLast((answer) => answer.author === who);
    if (mine) await submit(me, takeBackReply, { circleId: circle.id, replyId: mine.id });
    // Where others have answered after it, its place stays; the model looks at who said something only.
    if (mine && sits) mine.author = -1;
    clearEmptyPlace(circle, post);
  }
}

/** Where somebody else's answer stands, "taken back" stays; otherwise it is gone without a trace. */
function clearEmptyPlace(circle: Circle, post: Said) {
  const answered = post.answers.some((answer) => answer.author !== post.author && answer.author !== -1);
  if (post.gone && !answered) circle.posts.splice(circle.posts.indexOf(post), 1);
}

async function expectToBeHeld(circle: Circle, person: (at: number) => Member) {
  const holders = await asSystem((db) =>
    db.membership.findMany({
      where: { circleId: circle.id, leftAt: null, role: "facilitator" },
      select: { userId: true },
    }),
  );
  const [holder] = circle.seated;
  expect(holders).toEqual(holder === undefined ? [] : [{ userId: person(holder).id }]);
}

async function expectAsModelled(circles: Circle[], members: Member[]) {
  for (const [at, member] of members.entries()) {
    const seen = await as(member, async (viewer) => ({
      circles: (await listCircles(viewer)).map(({ id }) => id).sort(),
      feeds: await Promise.all(circles.map(({ id }) => listPosts(viewer, id))),
      showedUp: [...(await countShowedUp(viewer)).values()].reduce((sum, times) => sum + times, 0),
    }));
    const mine = circles.filter((circle) => circle.seated.has(at));
    expect(seen.circles).toEqual(mine.map(({ id }) => id).sort());
    for (const [place, circle] of circles.entries()) {
      const feed = seen.feeds[place]?.posts ?? [];
      const posts = circle.seated.has(at) ? circle.posts : [];
      expect(feed.map(({ id }) => id).sort()).toEqual(posts.map(({ id }) => id).sort());
      for (const post of posts) {
        const shown = feed.find(({ id }) => id === post.id);
        expect(shown).toMatchObject({ isMine: post.author === at, isTakenBack: post.gone });
        const answers = shown?.replies.filter((reply) => !reply.isTakenBack).map(({ id }) => id) ?? [];
        const standing = post.answers.filter((answer) => answer.author !== -1).map(({ id }) => id);
        expect(standing).toEqual(expect.arrayContaining(answers));
        if (post.answers.length <= 3) expect(answers).toEqual(standing);
        const on = shown?.signals.some((signal) => signal.on) ?? false;
        expect(on).toBe(!post.gone && post.glad.has(at));
      }
    }
    // What they said and did not take back counts, also where they do not sit any more.
    const said = circles
      .flatMap((circle) => circle.posts)
      .flatMap((post) => [...(post.gone ? [] : [post]), ...post.answers])
      .filter((one) => one.author === at);
    expect(seen.showedUp).toBe(said.length);
  }
}
