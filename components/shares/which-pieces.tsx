import { ChoiceField } from "@/components/forms/choice-field";
import { excerptOf } from "@/lib/excerpt";
import { type Piece, pieceKey, pieceWords } from "@/lib/shares/pieces";

type Props = { label: string; pieces: Piece[]; start: string[] | undefined };

/** Which pieces go along, each ticked by itself. */
export function WhichPieces({ label, pieces, start }: Props) {
  return (
    <ChoiceField
      several
      name="piece"
      label={label}
      hint="Each goes by itself, as you wrote it."
      look="cards"
      defaultValue={start}
      choices={pieces.map((piece) => ({
        value: pieceKey(piece),
        label: pieceWords[piece.kind],
        hint: excerptOf(piece.text, 200),
      }))}
    />
  );
}
