/**
 * How a form looks that is one button. What it says when it is done is heard, not shown: the page around
 * it has changed already, and shows it.
 */
export const pressForm = "flex flex-col gap-3 [&>[role=status]]:sr-only";
