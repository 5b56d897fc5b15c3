/*
 * A member says at most three commitments a week to a circle. Whoever said one marks it as they like, any time, and
 * any mark is as good as another: kept, partly, not this week, changed.
 */

export const MOST_A_WEEK = 3;
