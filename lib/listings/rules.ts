/*
 * Whoever looks after a circle offers its free seats: to members who look through the open circles, in whatever
 * language it speaks, or to those whom Onward proposes them. These say which languages they speak by a list, so a
 * circle that is described by none of that list fits nobody.
 */

/** Why no seat of a circle is proposed, where its language is none that is offered by name. */
export const sayUnknown = (language: string): string =>
  `Its seats are proposed to nobody yet: whoever looks for a circle chooses one language or more from a list, and “${language}” is not in it. Describe the circle by one language of the list, and they are.`;
