import { anInvitation } from "@/tests/factories";
import { anAddress } from "@/tests/factories-of-accounts";
import { aWorld } from "@/tests/matrix/world";
import { aYear } from "@/tests/patterns/what-happened";
import { aCarefulMember, aLongPast, aSupportedMember, severalLinks, severalMails } from "./seen-accounts";
import { everythingSaid, findingCircles, severalMeetings } from "./seen-circle";
import { aGuardedPlace, smallCircles } from "./seen-circles";
import { lateLettersOf, severalLetters } from "./seen-letters";
import { severalSetbacks, somethingLearnt } from "./seen-setbacks";
import { severalExperiments, severalLearningPlans, severalSteps } from "./seen-steps";

export type Seen = Awaited<ReturnType<typeof aSeenWorld>>;

/** A world in which a lot has happened lately: a circle with every kind of post, and an author with a past. */
export async function aSeenWorld() {
  const world = await aWorld();
  const { facilitator, author, circle } = world;
  await aLongPast(author);
  await findingCircles(world);
  const said = await everythingSaid(world);
  await anAddress(facilitator);
  const setbacks = await severalSetbacks(author);
  const steps = await severalSteps(author);
  await aYear(facilitator, 40);
  const learning = await severalLearningPlans(world);
  const experiments = await severalExperiments(world);
  const invitation = await anInvitation(facilitator, circle);
  const letters = await severalLetters(author, setbacks.setback);
  const careful = await aCarefulMember();
  const links = await severalLinks(world, careful);
  const meetings = await severalMeetings(world, careful);
  const supported = await aSupportedMember(author, setbacks.setback);
  const learnt = await somethingLearnt(facilitator);
  const learntBefore = await somethingLearnt(author);
  const lateLetters = await lateLettersOf(world, learnt.setback);
  const small = await smallCircles();
  const guarded = await aGuardedPlace(world);
  const stops = await severalMails(world);
  return {
    ...world,
    ...said,
    ...setbacks,
    ...steps,
    ...experiments,
    ...letters,
    ...guarded,
    ...small.people,
    learning,
    invitation,
    careful,
    links,
    meetings,
    supported,
    learnt,
    learntBefore,
    lateLetters,
    small,
    stops,
  };
}
