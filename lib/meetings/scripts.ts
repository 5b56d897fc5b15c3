import { weekNow } from "@/lib/check-ins/week";
import { type Day, dayIn, daysBetween } from "@/lib/dates";
import type { MeetingStep } from "@/lib/generated/enums";

/*
 * What somebody can say who holds a meeting for the first time: words to read aloud, for each step. And what each step
 * asks in writing.
 */

/** Words to read aloud, a paragraph each. */
export const scripts: Record<MeetingStep, string[]> = {
  check_in: [
    "Welcome. Let us begin with how we are. When it is your turn, say how the week went, and what you need from us: an ear, ideas, or both.",
    "There is no right answer, and you can pass. While somebody speaks, the rest of us only listen.",
  ],
  exercise: [
    "Now one small exercise together. I read it out, we think for two minutes, and whoever likes says what came.",
    "Nobody has to share. Thinking along is enough.",
  ],
  hot_seat: [
    "Now the hot seat. Whoever's turn it is can bring one thing that they would like to think about with us, or pass.",
    "We begin by asking: would you like us to listen, or would you like ideas? Then we keep to that.",
  ],
  commitments: [
    "What is one specific thing that you will do this week? Say what, and by when. Small is good.",
    "Nobody has to promise anything. “I rest this week” is a good answer.",
  ],
  close: [
    "Let us end with one word each: what do you take along?",
    "Thank you for being here. What was said here stays here. Our next meeting is shown on the circle's page.",
  ],
  stories: [
    "Welcome to our first meeting. Before anything else, let us hear each other. I will begin, so that you see how little it takes.",
    "When it is your turn, tell us as much as you like: what you are looking for, what happened, and what you hope this circle can be. Nobody interrupts, and nobody gives advice. You can pass.",
  ],
  agreements: [
    "I read out what this circle agrees on, line by line. Stop me where something does not sit right, and we talk about it.",
    "If you can live with it, press “I agree to this”. We go on when everybody has, or has said what they need.",
  ],
  when_to_meet: [
    "Does our day and time suit everybody? Let us hear from whoever it suits least, first.",
    "If we change it, I write the new time down now, so that everybody sees the same one.",
  ],
};

/** What each step asks of those who meet in writing. */
export const writtenAsks: Record<MeetingStep, { asks: string; hint: string }> = {
  check_in: {
    asks: "How did the week go, and what do you need?",
    hint: "A line or two is enough.",
  },
  exercise: {
    asks: "What came to you with this exercise?",
    hint: "Share as much or as little as you like.",
  },
  hot_seat: {
    asks: "Is there one thing you would like to think about with us?",
    hint: "Say whether you want us to listen, or would like ideas.",
  },
  commitments: {
    asks: "What is one specific thing you will do this week?",
    hint: "What, and by when. Small is good, and rest counts.",
  },
  close: {
    asks: "What do you take along?",
    hint: "A word is enough.",
  },
  stories: {
    asks: "What brought you here, and what do you hope for?",
    hint: "Tell as much as you like. Leave out the names of employers.",
  },
  agreements: {
    asks: "Is there anything in our agreements you would like to talk about?",
    hint: "They are on the circle's page under “What we agreed”.",
  },
  when_to_meet: {
    asks: "Which day and time suit you, and which do not?",
    hint: "By the circle's clock.",
  },
};

/** Exercises that a circle can do together in some minutes, one a meeting. */
const exercises = [
  {
    title: "What was mine to do",
    words:
      "Think of one thing you did this week that was entirely in your hands, however small. What did it take to do it?",
  },
  {
    title: "As to a friend",
    words:
      "Think of something you told yourself this week that was hard. What would you have said to a friend in the same place?",
  },
  {
    title: "When, then",
    words:
      "Finish this sentence for the week ahead: “When ... happens, then I will ...” Think of what is most likely to get in your way.",
  },
  {
    title: "Somebody who helped",
    words: "Who made the last weeks a little easier? What did they do, and do they know?",
  },
  {
    title: "What I am good at",
    words:
      "Name one thing that people have thanked you for at work. Where else, in what kind of job, would it be worth something?",
  },
  {
    title: "The smallest step",
    words: "Think of the thing you keep putting off. What part of it could be done in ten minutes?",
  },
] as const;

/** A Monday: any will do, so that it is the same one for all. */
const FIRST: Day = "2020-01-06";

/**
 * The exercise of the circle's week in which a meeting was opened: the same for all, another the week after. The second
 * meeting of a week has one of its own, from the other half of the list.
 */
export function exerciseOf(circle: Circle, openedAt: Date): { title: string; words: string } {
  const { first } = weekNow(circle, openedAt);
  const week = Math.floor(daysBetween(FIRST, first) / 7);
  const at = week + (isSecond(circle, daysBetween(first, dayIn(circle.timeZone, openedAt))) ? HALF : 0);
  return exercises[at % exercises.length] ?? exercises[0];
}

type Circle = { meetingDay: number; secondMeetingDay: number | null; timeZone: string };

const HALF = exercises.length / 2;

/** Whether the second of a circle's two days has come, so many days after its first. */
const isSecond = ({ meetingDay, secondMeetingDay }: Circle, days: number): boolean =>
  secondMeetingDay !== null && days >= (secondMeetingDay - meetingDay + 7) % 7;
