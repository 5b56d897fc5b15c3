/** "3:07 left", and kind words when it is used up. */
export function sayClock(seconds: number): string {
  if (seconds <= 0) return "The time for this is used up. Finish in peace.";
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
}
