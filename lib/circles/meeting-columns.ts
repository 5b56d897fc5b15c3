/** What is asked of the database wherever it is reckoned when a circle meets: both of its moments, always. */
export const meetingColumns = {
  meetingDay: true,
  meetingTime: true,
  secondMeetingDay: true,
  secondMeetingTime: true,
  timeZone: true,
} as const;
