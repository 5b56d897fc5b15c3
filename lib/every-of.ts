/**
 * `Values`, where `List` names every one of them: a list that leaves one out does not compile. Beside
 * `satisfies`, which keeps out what is none of them, it ties a list that the browser reads to the generated
 * enum, of which the browser loads nothing.
 */
export type EveryOf<List extends readonly unknown[], Values extends List[number]> = Values;
