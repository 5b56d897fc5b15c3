/*
 * Besides the facts of a setback, single pieces of what became of it can go to a circle: each is chosen on its own and
 * seen before it is sent, and employers are masked in it as everywhere. An experiment, an if-then plan, a learning plan
 * and a letter go in pieces alone. Guided writing, the page to oneself and the evidence jar are no pieces: there is no
 * way for them to go.
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
  asked: "What I asked about",
  answer: "What they answered when I asked",
  lesson: "What I take from it",
  friend: "What I would see in a friend",
  "kind-letter": "What I would write to them",
  "kind-wish": "A kind thing that I wish them",
  hard: "What is hard right now",
  others: "Who else may know this feeling",
  "to-myself": "What I can say to myself",
  dear: "What I hold dear",
  "dear-too": "What I hold dear, in my own words",
  lived: "Where I lived it lately",
  change: "What I try out",
  better: "It is better when",
  progress: "How far it is",
  result: "What came of it",
  verdict: "What I make of it",
  happens: "If this happens",
  will: "Then I will",
  skill: "What I want to learn",
  "first-step": "The first small step",
  "second-step": "The second small step",
  "third-step": "The third small step",
} as const;
export type PieceKind = keyof typeof pieceWords;

export type Piece = { kind: PieceKind; id: string; text: string };

/** How a form names a piece: "fairer:" and the id of its row. */
export const pieceKey = ({ kind, id }: Pick<Piece, "kind" | "id">): string => `${kind}:${id}`;

export const sayPiece = ({ kind, text }: Pick<Piece, "kind" | "text">): string =>
  `${pieceWords[kind]}: ${text}`;
