import type { Rows } from "./row";
import { rowsOfAccounts } from "./rows-of-accounts";
import { rowsOfCare } from "./rows-of-care";
import { rowsOfCheckIns } from "./rows-of-check-ins";
import { rowsOfCircles } from "./rows-of-circles";
import { rowsOfExperiments } from "./rows-of-experiments";
import { rowsOfFeedback } from "./rows-of-feedback";
import { finding } from "./rows-of-finding";
import { rowsOfGoals } from "./rows-of-goals";
import { rowsOfLearning } from "./rows-of-learning";
import { rowsOfMeetings } from "./rows-of-meetings";
import { rowsOfPlans } from "./rows-of-plans";
import { rowsOfPosts } from "./rows-of-posts";
import { rowsOfReminders } from "./rows-of-reminders";
import { rowsOfReports } from "./rows-of-reports";
import { rowsOfSafety } from "./rows-of-safety";
import { rowsOfSeats } from "./rows-of-seats";
import { rowsOfSetbacks } from "./rows-of-setbacks";
import { rowsOfShares } from "./rows-of-shares";
import { arranging } from "./rows-of-today";
import { rowsOfWaysIn } from "./rows-of-ways-in";
import { rowsOfWeeks } from "./rows-of-weeks";
import { rowsOfWins } from "./rows-of-wins";
import { rowsOfWriting } from "./rows-of-writing";

/** Every action there is. Its rows stand in rows-of-<noun>.ts. */
export const table: Rows = {
  ...rowsOfAccounts,
  ...rowsOfWaysIn,
  ...finding,
  ...arranging,
  ...rowsOfCircles,
  ...rowsOfSeats,
  ...rowsOfMeetings,
  ...rowsOfSafety,
  ...rowsOfPosts,
  ...rowsOfCheckIns,
  ...rowsOfSetbacks,
  ...rowsOfWriting,
  ...rowsOfShares,
  ...rowsOfFeedback,
  ...rowsOfLearning,
  ...rowsOfPlans,
  ...rowsOfExperiments,
  ...rowsOfCare,
  ...rowsOfReports,
  ...rowsOfGoals,
  ...rowsOfReminders,
  ...rowsOfWeeks,
  ...rowsOfWins,
};
