/*
 * Besides the facts of a setback, single pieces of what became of it can go to a circle: each is chosen on its own and
 * seen before it is sent, and the employer is masked in it as everywhere. What is guided, the page to oneself and the
 * evidence jar are no pieces: there is no way for them to go.
 */

/** What kind of piece, and the words that stand before it. */
export const pieceWords = {
  thought: "My first thought",
  trap: "The trap in it",
  "evidence-for": "What speaks for it",
  "evidence-against": "What speaks against it",
  fairer: "A fairer thought",
  felt: "What it felt like, before and after",
  reason: "Why it may have happened",
  "went-well": "What went well",
  differently: "What I would say differently",
  answer: "What they answered when I asked",
  lesson: "What I take from it",
} as const;
export type PieceKind = keyof typeof pieceWords;

export type Piece = { kind: PieceKind; id: string; text: string };

/** How a form names a piece: "fairer:" and the id of its row. */
export const pieceKey = ({ kind, id }: Pick<Piece, "kind" | "id">): string => `${kind}:${id}`;

export const sayPiece = ({ kind, text }: Pick<Piece, "kind" | "text">): string =>
  `${pieceWords[kind]}: ${text}`;
