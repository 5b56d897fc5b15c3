/*
 * Habits of thought that make a hard thing harder, in plain words. They are those that cognitive therapy has
 * described since Beck (1976) and Burns (1980); which of them fits, if any, is for the member to say. Browsers read
 * this file too.
 */

export const traps = [
  {
    key: "personalising",
    name: "It must be me",
    plain: "Taking all of it as one's own doing, when many things had a part in it.",
    example: "“They froze the position because of how I answered.”",
  },
  {
    key: "all-or-nothing",
    name: "All or nothing",
    plain: "Only two drawers: perfect, or worthless.",
    example: "“If I do not get this one, the whole year was for nothing.”",
  },
  {
    key: "mind-reading",
    name: "Mind reading",
    plain: "Knowing what others think without having asked them.",
    example: "“They saw at once that I do not belong there.”",
  },
  {
    key: "fortune-telling",
    name: "Fortune telling",
    plain: "Being sure how it will go on, and that it will go badly.",
    example: "“Nobody will ever hire me at my age.”",
  },
  {
    key: "discounting",
    name: "The good does not count",
    plain: "What went well is set aside as luck or politeness.",
    example: "“They invited me to the final round, but surely only to fill the list.”",
  },
  {
    key: "one-for-all",
    name: "Once means always",
    plain: "One time is taken for a rule, with words such as always and never.",
    example: "“I always fall apart when there are questions about money.”",
  },
  {
    key: "magnifying",
    name: "Through the magnifying glass",
    plain: "One small slip grows until nothing else can be seen.",
    example: "“I got one date wrong. That was the interview.”",
  },
  {
    key: "feeling-is-fact",
    name: "I feel it, so it is true",
    plain: "A strong feeling is taken for proof.",
    example: "“I feel like a fraud, so I must be one.”",
  },
  {
    key: "should",
    name: "I should have",
    plain: "Measuring oneself by rules that nobody could have kept.",
    example: "“I should have known that they would ask that.”",
  },
  {
    key: "labelling",
    name: "A name for the whole of me",
    plain: "One thing that happened becomes a word for the person.",
    example: "“I am unemployable.”",
  },
  {
    key: "comparing",
    name: "Everybody else",
    plain: "One's own inside beside the outside of others.",
    example: "“Everyone I studied with found something within a month.”",
  },
] as const;

export const trapOf = (key: string | null) => traps.find((trap) => trap.key === key) ?? null;
