/**
 * A "no" that the member should read: what happened, that nothing is lost, what to do. Thrown inside
 * an action it undoes the whole write, and the form shows the sentence above what was typed.
 */
export class Refusal extends Error {
  override name = "Refusal";
  /** Shown beside this field when the reason lies in one. */
  readonly field: string | undefined;

  constructor(sentence: string, field?: string) {
    super(sentence);
    this.field = field;
  }
}
